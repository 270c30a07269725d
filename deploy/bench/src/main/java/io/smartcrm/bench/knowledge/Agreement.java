package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.Figures;
import java.util.Set;

/** Counts what was found, what is true, and what is both. */
final class Agreement {
    private long found;
    private long truth;
    private long both;

    void add(Set<String> foundOnes, Set<String> trueOnes) {
        found += foundOnes.size();
        truth += trueOnes.size();
        both += foundOnes.stream().filter(trueOnes::contains).count();
    }

    double precision() {
        return (double) both / found;
    }

    double recall() {
        return (double) both / truth;
    }

    double f1() {
        return 2.0 * both / (found + truth);
    }

    void report(String name, Figures figures) {
        figures.add(name + "_precision", precision(), 4)
                .add(name + "_recall", recall(), 4)
                .add(name + "_f1", f1(), 4);
    }
}

package io.smartcrm.bench.dedupe;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.customer.matching.Matching;
import io.smartcrm.customer.matching.Pair;
import io.smartcrm.customer.matching.Person;
import io.smartcrm.customer.matching.PersonTable;
import io.smartcrm.customer.matching.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well duplicates are found, and how fast, by the pure core that the service runs. What counts as found is what
 * would be merged without asking, all pairs of a cluster included; what a person would be asked is counted apart.
 */
public final class DedupeQuality {
    static final Syntax SYNTAX = new Syntax(
            "dedupe-quality [--records N] [--seed N] [--without-trait]",
            Set.of("records", "seed"),
            Set.of("without-trait"));
    private static final int CLUSTER_CAP = 8;

    private DedupeQuality() {}

    public static void main(String[] args) {
        Command.execute("dedupe-quality", SYNTAX, args, DedupeQuality::run);
    }

    static Figures run(Arguments arguments) {
        int records = arguments.positive("records", 100_000);
        boolean withoutTrait = arguments.has("without-trait");
        List<Person> people = new ArrayList<>(records);
        int[] truth = new int[records];
        new SimulatedPeople(arguments.number("seed", 1)).simulate(records, (person, number) -> {
            truth[people.size()] = number;
            people.add(person);
        });
        System.err.println("dedupe-quality: " + records + " records simulated; the pure core finds duplicates");
        CpuClock cpu = CpuClock.start();
        long start = System.nanoTime();
        var table = new PersonTable(records);
        people.forEach(person -> table.add(withoutTrait ? untraited(person) : person));
        var outcome = new Matching(Thresholds.USUAL, CLUSTER_CAP).run(table, Set.of(), () -> false);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = cpu.seconds();
        return figures(outcome, truth)
                .add("records", records)
                .add("records_per_s", records / seconds, 0)
                .add("cpu_s", cpuSeconds, 2)
                .add("compared", outcome.compared())
                .add("blocks_left_out", outcome.blocksLeftOut());
    }

    private static Figures figures(Matching.Outcome outcome, int[] truth) {
        Map<Integer, Set<Integer>> clusters = new HashMap<>();
        int asked = 0;
        int askedRight = 0;
        for (Pair pair : outcome.pairs()) {
            if (pair.certain()) {
                Set<Integer> cluster = clusters.computeIfAbsent(pair.cluster(), any -> new TreeSet<>());
                cluster.add(pair.one());
                cluster.add(pair.other());
            } else {
                asked++;
                askedRight += truth[pair.one()] == truth[pair.other()] ? 1 : 0;
            }
        }
        long found = 0;
        long right = 0;
        for (Set<Integer> cluster : clusters.values()) {
            for (int one : cluster) {
                for (int other : cluster) {
                    if (one < other) {
                        found++;
                        right += truth[one] == truth[other] ? 1 : 0;
                    }
                }
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / pairs(truth);
        return new Figures()
                .add("precision", precision, 4)
                .add("recall", recall, 4)
                .add("f1", 2 * precision * recall / (precision + recall), 4)
                .add("merged_pairs", found)
                .add("review_pairs", asked)
                .add("review_right", (double) askedRight / asked, 3);
    }

    private static long pairs(int[] truth) {
        Map<Integer, Long> sizes = new HashMap<>();
        for (int person : truth) {
            sizes.merge(person, 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static Person untraited(Person person) {
        return new Person(person.id(), person.name(), person.email(), person.phone(), person.country(), "");
    }
}

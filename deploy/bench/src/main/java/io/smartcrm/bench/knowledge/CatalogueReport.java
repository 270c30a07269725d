package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Facts;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.ProductText;
import io.smartcrm.recommend.recognition.Relation;
import io.smartcrm.recommend.recognition.Vocabulary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is read from a catalogue whose truth nobody wrote down: counts of all, and a random sample to check by hand. */
final class CatalogueReport {
    private static final int MOST_FREQUENT = 12;

    private final PrintStream out;

    CatalogueReport(PrintStream out) {
        this.out = out;
    }

    Figures on(Path file, int sample, long seed) throws IOException {
        List<ProductText> products = CatalogueFile.read(file);
        CpuClock cpu = CpuClock.start();
        Facts facts = new Facts(Lexicon.learn(products, Vocabulary.usual(), seed));
        List<List<Fact>> read = products.stream().map(facts::of).toList();
        double seconds = cpu.seconds();
        frequencies(read);
        sample(products, read, sample, seed);
        long none = read.stream().filter(List::isEmpty).count();
        return new Figures()
                .add("products", products.size())
                .add("facts", read.stream().mapToLong(List::size).sum())
                .add(
                        "facts_of_texts",
                        read.stream()
                                .flatMap(List::stream)
                                .filter(fact -> fact.evidence() == Fact.Evidence.TEXT)
                                .count())
                .add(
                        "entities",
                        read.stream()
                                .flatMap(List::stream)
                                .map(fact -> fact.entity().id())
                                .distinct()
                                .count())
                .add("products_without", none)
                .add("cpu_s", seconds, 2);
    }

    private void frequencies(List<List<Fact>> read) {
        Map<Relation, Map<String, Integer>> counts = new TreeMap<>();
        read.stream()
                .flatMap(List::stream)
                .forEach(fact -> counts.computeIfAbsent(fact.relation(), any -> new TreeMap<>())
                        .merge(fact.entity().name(), 1, Integer::sum));
        counts.forEach((relation, names) -> {
            out.println(relation + ": " + names.size() + " entities; most frequent:");
            names.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MOST_FREQUENT)
                    .forEach(name -> out.println("    " + name.getKey() + " " + name.getValue()));
        });
    }

    private void sample(List<ProductText> products, List<List<Fact>> read, int sample, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            order.add(product);
        }
        Collections.shuffle(order, new Random(seed));
        for (int product : order.subList(0, Math.min(sample, order.size()))) {
            out.println("---");
            products.get(product).texts().forEach(text -> out.println("  " + text));
            read.get(product)
                    .forEach(fact -> out.printf(
                            Locale.ROOT,
                            "    %-10s %s (%.2f, %s: \"%s\")%n",
                            fact.relation(),
                            fact.entity().name(),
                            fact.confidence(),
                            fact.evidence(),
                            fact.words()));
        }
    }
}

package io.smartcrm.recommend.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the category of a text by those of other texts: complement naive Bayes with weight normalisation (Rennie, Shih,
 * Teevan and Karger 2003), which short texts and categories of unequal size do not mislead. It says which words decided.
 */
public final class CategoryClassifier {
    private static final double SMOOTHING = .5;

    private final Map<String, Map<String, Double>> weights;

    private CategoryClassifier(Map<String, Map<String, Double>> weights) {
        this.weights = weights;
    }

    /**
     * A category for a text.
     *
     * @param probability 0 to 1, over all categories
     * @param words that spoke most for it, strongest first
     */
    public record Proposal(String category, double probability, List<String> words) {
        public Proposal {
            words = List.copyOf(words);
        }
    }

    /**
     * @param texts with their categories in the same order
     * @throws IllegalArgumentException when they differ in number
     */
    public static CategoryClassifier fit(List<String> texts, List<String> categories) {
        if (texts.size() != categories.size()) {
            throw new IllegalArgumentException(texts.size() + " texts have " + categories.size() + " categories");
        }
        Map<String, Map<String, Double>> counts = new TreeMap<>();
        Map<String, Double> all = new HashMap<>();
        double total = 0;
        for (int text = 0; text < texts.size(); text++) {
            Map<String, Double> own = counts.computeIfAbsent(categories.get(text), any -> new HashMap<>());
            for (Map.Entry<String, Float> term : Terms.count(texts.get(text)).entrySet()) {
                double count = Math.log1p(term.getValue());
                own.merge(term.getKey(), count, Double::sum);
                all.merge(term.getKey(), count, Double::sum);
                total += count;
            }
        }
        Map<String, Map<String, Double>> weights = new TreeMap<>();
        for (Map.Entry<String, Map<String, Double>> category : counts.entrySet()) {
            weights.put(category.getKey(), weights(category.getValue(), all, total));
        }
        return new CategoryClassifier(weights);
    }

    /** How much rarer a word is in all other categories than a word is on average; by the sum of their sizes. */
    private static Map<String, Double> weights(Map<String, Double> own, Map<String, Double> all, double total) {
        double ownTotal = own.values().stream().mapToDouble(Double::doubleValue).sum();
        double others = total - ownTotal + SMOOTHING * all.size();
        Map<String, Double> weights = new HashMap<>();
        double size = 0;
        for (Map.Entry<String, Double> word : all.entrySet()) {
            double elsewhere = word.getValue() - own.getOrDefault(word.getKey(), 0.0) + SMOOTHING;
            double weight = -Math.log(elsewhere / others);
            weights.put(word.getKey(), weight);
            size += Math.abs(weight);
        }
        double scale = all.size() / Math.max(1e-12, size);
        weights.replaceAll((word, weight) -> weight * scale);
        return weights;
    }

    /** The likeliest categories of a text, likeliest first; none for a text without a known word. */
    public List<Proposal> propose(String text, int limit) {
        Map<String, Float> terms = new TreeMap<>(Terms.count(text));
        Map<String, Double> scores = new TreeMap<>();
        weights.forEach((category, words) -> scores.put(category, score(terms, words)));
        boolean anyKnown = weights.values().stream()
                .limit(1)
                .anyMatch(words -> terms.keySet().stream().anyMatch(words::containsKey));
        if (!anyKnown) {
            return List.of();
        }
        double most =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum = scores.values().stream()
                .mapToDouble(score -> Math.exp(score - most))
                .sum();
        List<Proposal> proposals = new ArrayList<>();
        scores.forEach((category, score) -> proposals.add(new Proposal(
                category, Math.exp(score - most) / sum, strongest(terms, weights.getOrDefault(category, Map.of())))));
        return proposals.stream()
                .sorted(Comparator.comparingDouble(Proposal::probability).reversed())
                .limit(limit)
                .toList();
    }

    private static double score(Map<String, Float> terms, Map<String, Double> weights) {
        double score = 0;
        for (Map.Entry<String, Float> term : terms.entrySet()) {
            score += Math.log1p(term.getValue()) * weights.getOrDefault(term.getKey(), 0.0);
        }
        return score;
    }

    private static List<String> strongest(Map<String, Float> terms, Map<String, Double> weights) {
        return terms.keySet().stream()
                .filter(weights::containsKey)
                .sorted(Comparator.comparingDouble((String word) -> weights.getOrDefault(word, 0.0))
                        .reversed())
                .limit(3)
                .toList();
    }
}

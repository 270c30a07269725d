package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what a catalogue calls its things in another language, or otherwise than its records do: words that stand in the
 * texts of nearly all products with a value and of hardly any other (the Dice coefficient of the two sets, Smadja 1996).
 * Texts of ideographs and of letters are taken apart, and only values that a kind of text does not name are looked for.
 */
final class AliasLearning {
    private static final double LEAST_DICE = .8;
    private static final int LEAST_PRODUCTS = 2;
    private static final int MOST_IDEOGRAPHS = 8;
    private static final int MOST_WORDS = 3;
    private static final int COUNTERS = 1 << 20;

    private final boolean ideographs;
    private final List<Set<String>> phrases = new ArrayList<>();
    private final Map<Entity, Set<Integer>> products = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();

    private AliasLearning(boolean ideographs) {
        this.ideographs = ideographs;
    }

    /** Aliases for values that texts do not name as the records do. */
    static List<Alias> of(List<ProductText> sample, Gazetteer gazetteer, Entities entities) {
        List<Alias> found = new ArrayList<>();
        for (boolean ideographs : new boolean[] {true, false}) {
            AliasLearning learning = new AliasLearning(ideographs);
            learning.read(sample, gazetteer, entities);
            found.addAll(learning.best());
        }
        return found;
    }

    private record Candidate(Entity entity, String words, double dice) {}

    private void read(List<ProductText> sample, Gazetteer gazetteer, Entities entities) {
        List<ProductText> written =
                sample.stream().filter(product -> !ofScript(product).isEmpty()).toList();
        int[] counters = new int[COUNTERS];
        for (ProductText product : written) {
            phrases(product).forEach(phrase -> counters[place(phrase)]++);
        }
        Map<Entity, Integer> named = new HashMap<>();
        for (ProductText product : written) {
            Set<String> own = phrases(product);
            own.removeIf(phrase -> counters[place(phrase)] < LEAST_PRODUCTS);
            own.forEach(phrase -> spread.merge(phrase, 1, Integer::sum));
            int number = phrases.size();
            phrases.add(own);
            Set<Entity> mentioned = mentioned(product, gazetteer);
            for (EntityType type : EntityType.values()) {
                for (Entity entity : entities.of(product, type)) {
                    products.computeIfAbsent(entity, any -> new HashSet<>()).add(number);
                    named.merge(entity, mentioned.contains(entity) ? 1 : 0, Integer::sum);
                }
            }
        }
        products.entrySet()
                .removeIf(entry -> entry.getValue().size() < LEAST_PRODUCTS
                        || 2 * named.getOrDefault(entry.getKey(), 0)
                                >= entry.getValue().size());
    }

    private Set<Entity> mentioned(ProductText product, Gazetteer gazetteer) {
        Set<Entity> mentioned = new HashSet<>();
        for (String text : ofScript(product)) {
            gazetteer
                    .matches(Tokens.of(text))
                    .forEach(match -> mentioned.add(match.alias().entity()));
        }
        return mentioned;
    }

    private List<String> ofScript(ProductText product) {
        return product.texts().stream()
                .filter(text -> text.codePoints().anyMatch(Tokens::isIdeograph) == ideographs)
                .toList();
    }

    private Set<String> phrases(ProductText product) {
        Set<String> all = new HashSet<>();
        for (String text : ofScript(product)) {
            List<Token> tokens = Tokens.of(text);
            for (int first = 0; first < tokens.size(); first++) {
                StringBuilder phrase = new StringBuilder();
                int most = Math.min(tokens.size(), first + (ideographs ? MOST_IDEOGRAPHS : MOST_WORDS));
                for (int last = first; last < most && fits(tokens.get(last)); last++) {
                    phrase.append(phrase.isEmpty() || ideographs ? "" : " ")
                            .append(tokens.get(last).text());
                    all.add(phrase.toString());
                }
            }
        }
        return all;
    }

    private boolean fits(Token token) {
        return token.isWord() && token.isIdeograph() == ideographs;
    }

    private static int place(String phrase) {
        int hash = phrase.hashCode() * 0x9e3779b9;
        return (hash ^ (hash >>> 15)) & (COUNTERS - 1);
    }

    /** Best first, each phrase and each part of one to one entity. */
    private List<Alias> best() {
        List<Candidate> candidates = new ArrayList<>();
        products.forEach((entity, own) -> candidates.addAll(candidates(entity, own)));
        candidates.sort(Comparator.comparingDouble(Candidate::dice)
                .reversed()
                .thenComparing(candidate -> -candidate.words().length())
                .thenComparing(candidate -> candidate.entity().id())
                .thenComparing(Candidate::words));
        Map<String, Entity> taken = new TreeMap<>();
        Set<Entity> served = new HashSet<>();
        List<Alias> aliases = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean claimed = taken.keySet().stream()
                    .anyMatch(words -> words.contains(candidate.words())
                            || candidate.words().contains(words));
            if (!claimed && served.add(candidate.entity())) {
                taken.put(candidate.words(), candidate.entity());
                aliases.add(new Alias(candidate.entity(), candidate.words(), Alias.Origin.LEARNED, candidate.dice()));
            }
        }
        return aliases;
    }

    private List<Candidate> candidates(Entity entity, Set<Integer> own) {
        Map<String, Integer> together = new HashMap<>();
        for (int product : own) {
            phrases.get(product).forEach(phrase -> together.merge(phrase, 1, Integer::sum));
        }
        List<Candidate> candidates = new ArrayList<>();
        together.forEach((phrase, count) ->
                dice(count, own.size(), phrase).ifPresent(dice -> candidates.add(new Candidate(entity, phrase, dice))));
        return candidates;
    }

    private Optional<Double> dice(int together, int own, String phrase) {
        double dice = 2.0 * together / (own + spread.getOrDefault(phrase, 0));
        return together >= LEAST_PRODUCTS && dice >= LEAST_DICE ? Optional.of(dice) : Optional.empty();
    }
}

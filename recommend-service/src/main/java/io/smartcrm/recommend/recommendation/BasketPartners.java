package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.basket.Association;
import io.smartcrm.recommend.training.TrainedModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What goes with all products of a basket together: the chance that at least one of them brings an item, were they
 * independent, {@code 1 - product of (1 - confidence)}, over pairs likelier than chance.
 */
final class BasketPartners {
    private static final int ASKED = 50;

    private final TrainedModel model;
    private final BitSet basket;

    BasketPartners(TrainedModel model, BitSet basket) {
        this.model = model;
        this.basket = basket;
    }

    private record Pair(int with, Association association) {}

    List<Candidate> best(IntPredicate eligible, int limit) {
        Map<Integer, List<Pair>> partners = new TreeMap<>();
        basket.stream()
                .forEach(item -> model.together().with(item, ASKED).stream()
                        .filter(association -> !basket.get(association.item()) && association.lift() > 1)
                        .forEach(association -> partners.computeIfAbsent(association.item(), any -> new ArrayList<>())
                                .add(new Pair(item, association))));
        return new ArrayList<>(partners.entrySet().stream()
                .filter(partner -> eligible.test(model.product(partner.getKey())))
                .map(partner -> candidate(partner.getKey(), partner.getValue()))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::product))
                .limit(limit)
                .toList());
    }

    private Candidate candidate(int item, List<Pair> pairs) {
        double without = 1;
        double sum = 0;
        for (Pair pair : pairs) {
            without *= 1 - pair.association().confidence();
            sum += pair.association().confidence();
        }
        double all = sum;
        List<Why> because = pairs.stream()
                .sorted(Comparator.comparingDouble(
                                (Pair pair) -> pair.association().confidence())
                        .reversed())
                .limit(Explanations.MOST)
                .map(pair -> (Why) new Why.Together(
                        model.product(pair.with()),
                        pair.association().baskets(),
                        pair.association().lift(),
                        pair.association().confidence() / all))
                .toList();
        return new Candidate(model.product(item), 1 - without, Source.TOGETHER, because);
    }
}

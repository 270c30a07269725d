package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.hybrid.Diversity;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.training.TrainedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * What a model would offer, best first. Each scenario weighs the signals its own way; of a signal that has no evidence, as
 * of a newcomer's taste, nothing is heard. What does not fill a list is filled with what is popular, below the rest. Pure.
 */
final class Candidates {
    private static final Weights SESSION =
            new Weights(Map.of(Signal.SESSION, 1.0, Signal.TASTE, .5, Signal.CONTENT, .3, Signal.POPULAR, .1));

    private final TrainedModel model;
    private final Weights weights;

    /** @param weights of a list of all that may be wanted */
    Candidates(TrainedModel model, Weights weights) {
        this.model = model;
        this.weights = weights;
    }

    /**
     * @param eligible product numbers that may be offered
     * @param limit most candidates
     */
    List<Candidate> of(Scenario scenario, Known known, IntPredicate eligible, int limit) {
        return switch (scenario) {
            case FOR_CUSTOMER, EMAIL -> forCustomer(known, eligible, limit);
            case BUY_AGAIN -> again(known, eligible, limit);
            case NEXT_IN_SESSION -> ranked(SESSION, known, known.session(model), eligible, limit);
            case WITH_BASKET -> withBasket(known, eligible, limit);
            case TRENDING -> ranked(only(Signal.TRENDING), known, History.empty(), eligible, limit);
            case NEW_ARRIVALS -> ranked(only(Signal.NEW), known, History.empty(), eligible, limit);
            case POPULAR -> ranked(only(Signal.POPULAR), known, History.empty(), eligible, limit);
            case KNOWLEDGE_GRAPH -> ranked(only(Signal.KNOWLEDGE), known, known.history(model), eligible, limit);
        };
    }

    /** Switches by the evidence: all signals, what is seen now alone, or nothing but what is popular. */
    private List<Candidate> forCustomer(Known known, IntPredicate eligible, int limit) {
        History history = known.history(model);
        if (history.isEmpty()) {
            return ranked(Weights.UNKNOWN, known, history, eligible, limit);
        }
        return known.bought().isEmpty()
                ? ranked(SESSION, known, history, eligible, limit)
                : ranked(allSignals(known), known, history, eligible, limit);
    }

    private Weights allSignals(Known known) {
        return known.seen().isEmpty() ? weights : weights.with(Signal.SESSION, .5);
    }

    private static Weights only(Signal signal) {
        return new Weights(Map.of(signal, 1.0));
    }

    private List<Candidate> again(Known known, IntPredicate eligible, int limit) {
        History history = known.history(model);
        BitSet bought = history.items();
        Hybrid hybrid = model.hybrid(allSignals(known), known.now());
        return best(hybrid, known, history, item -> bought.get(item) && eligible.test(model.product(item)), limit);
    }

    private List<Candidate> ranked(Weights by, Known known, History history, IntPredicate eligible, int limit) {
        Hybrid hybrid = model.hybrid(by, known.now());
        List<Candidate> candidates = best(hybrid, known, history, item -> eligible.test(model.product(item)), limit);
        return filled(candidates, eligible, limit);
    }

    private List<Candidate> best(Hybrid hybrid, Known known, History history, IntPredicate items, int limit) {
        float[][] shares = hybrid.shares(history);
        float[] scores = Hybrid.sum(shares);
        // What speaks against an item outweighs what speaks for it: not to be offered.
        Ranking top = Ranking.top(scores, limit, item -> scores[item] > 0 && items.test(item));
        Explanations explanations = new Explanations(model, hybrid, shares, history, known.now());
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < top.size(); rank++) {
            candidates.add(explanations.candidate(top.item(rank), top.score(rank)));
        }
        return candidates;
    }

    private List<Candidate> withBasket(Known known, IntPredicate eligible, int limit) {
        BitSet basket = known.session(model).items();
        List<Candidate> candidates = new BasketPartners(model, basket).best(eligible, limit);
        double ceiling =
                candidates.isEmpty() ? 1 : candidates.get(candidates.size() - 1).score();
        BitSet taken = taken(candidates);
        Hybrid hybrid = model.hybrid(SESSION, known.now());
        best(
                        hybrid,
                        known,
                        known.session(model),
                        item -> !taken.get(item) && !basket.get(item) && eligible.test(model.product(item)),
                        limit - candidates.size())
                .forEach(next -> candidates.add(next.scaled(ceiling)));
        return filled(candidates, product -> eligible.test(product) && !isIn(basket, product), limit);
    }

    private boolean isIn(BitSet items, int product) {
        return model.item(product).stream().anyMatch(items::get);
    }

    /** What is like a product; none for a product the model does not know. */
    List<Candidate> similarTo(int product, Likeness basis, int limit) {
        OptionalInt item = model.item(product);
        return item.isPresent() ? SimilarItems.of(model, item.getAsInt(), basis, limit) : List.of();
    }

    /** Unlike each other, by their texts, as far as the diversity says. */
    List<Candidate> diverse(List<Candidate> candidates, double diversity) {
        if (diversity == 0 || candidates.isEmpty()) {
            return candidates;
        }
        int[] items = candidates.stream()
                .mapToInt(candidate -> model.item(candidate.product()).orElseThrow())
                .toArray();
        double[] scores = candidates.stream().mapToDouble(Candidate::score).toArray();
        return Diversity.order(
                        scores,
                        diversity,
                        items.length,
                        (one, other) -> Math.max(
                                model.content().weight(items[one], items[other]),
                                model.content().weight(items[other], items[one])))
                .stream()
                .map(candidates::get)
                .toList();
    }

    /** Lately popular first, then by all-time popularity. */
    private List<Candidate> filled(List<Candidate> candidates, IntPredicate eligible, int limit) {
        if (candidates.size() >= limit) {
            return candidates;
        }
        double ceiling = candidates.isEmpty()
                ? 1
                : Math.max(0, candidates.get(candidates.size() - 1).score());
        BitSet taken = taken(candidates);
        float[] scores = new float[model.items()];
        int mostBuyers = 1;
        for (int item = 0; item < scores.length; item++) {
            mostBuyers = Math.max(mostBuyers, model.buyers(item));
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] = model.buyers(item) == 0
                    ? Recommender.UNSCORED
                    : model.recentBuyers(item) + (float) model.buyers(item) / (mostBuyers + 1);
        }
        Ranking top = Ranking.top(
                scores, limit - candidates.size(), item -> !taken.get(item) && eligible.test(model.product(item)));
        List<Candidate> all = new ArrayList<>(candidates);
        for (int rank = 0; rank < top.size(); rank++) {
            int item = top.item(rank);
            boolean lately = model.recentBuyers(item) > 0;
            all.add(new Candidate(
                    model.product(item),
                    ceiling * top.score(rank) / (mostBuyers + 1),
                    Source.POPULAR,
                    List.of(new Why.Buyers(
                            lately ? model.recentBuyers(item) : model.buyers(item),
                            lately ? model.window() : Duration.ZERO,
                            1))));
        }
        return all;
    }

    private BitSet taken(List<Candidate> candidates) {
        BitSet taken = new BitSet();
        candidates.forEach(candidate -> model.item(candidate.product()).ifPresent(taken::set));
        return taken;
    }
}

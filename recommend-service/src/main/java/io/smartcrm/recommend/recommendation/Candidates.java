package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.training.TrainedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What a model would offer: first what goes with the customer's purchases, then, where that does not fill the list, what
 * is popular. Popular items score below the last item-based one. Pure.
 */
final class Candidates {
    private static final int REASONS = 3;

    private final TrainedModel model;

    Candidates(TrainedModel model) {
        this.model = model;
    }

    /**
     * @param bought what the customer has; products the model does not know are passed over
     * @param excluded product numbers never to offer
     */
    List<Candidate> forCustomer(List<Bought> bought, Set<Integer> excluded, int limit) {
        BitSet taken = items(excluded);
        History history = history(bought);
        List<Candidate> candidates = new ArrayList<>(itemBased(history, taken, limit));
        double ceiling =
                candidates.isEmpty() ? 1 : candidates.get(candidates.size() - 1).score();
        candidates.forEach(candidate -> model.item(candidate.product()).ifPresent(taken::set));
        candidates.addAll(popular(taken, limit - candidates.size(), ceiling));
        return candidates;
    }

    /** Most similar first; none for a product that nobody has bought together with another. */
    List<Candidate> similarTo(int product, int limit) {
        var item = model.item(product);
        if (item.isEmpty()) {
            return List.of();
        }
        Ranking similar = model.likeness().similar(item.getAsInt(), limit);
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < similar.size(); rank++) {
            candidates.add(new Candidate.ItemBased(
                    model.product(similar.item(rank)), similar.score(rank), List.of(new Candidate.Share(product, 1))));
        }
        return candidates;
    }

    private List<Candidate> itemBased(History history, BitSet taken, int limit) {
        ItemKnn likeness = model.likeness();
        Ranking top = likeness.top(history, limit, item -> !taken.get(item));
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < top.size(); rank++) {
            int item = top.item(rank);
            double score = top.score(rank);
            List<Contribution> parts = likeness.explain(history, item, REASONS);
            candidates.add(new Candidate.ItemBased(
                    model.product(item),
                    score,
                    parts.stream()
                            .map(part ->
                                    new Candidate.Share(model.product(part.item()), Math.min(1, part.amount() / score)))
                            .toList()));
        }
        return candidates;
    }

    /** Lately popular first, then by all-time popularity. */
    private List<Candidate> popular(BitSet taken, int limit, double ceiling) {
        float[] scores = new float[model.items()];
        int mostBuyers = 1;
        for (int item = 0; item < scores.length; item++) {
            mostBuyers = Math.max(mostBuyers, model.buyers(item));
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] = model.recentBuyers(item) + (float) model.buyers(item) / (mostBuyers + 1);
        }
        Ranking top = Ranking.top(scores, limit, item -> !taken.get(item));
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = 0; rank < top.size(); rank++) {
            int item = top.item(rank);
            boolean lately = model.recentBuyers(item) > 0;
            candidates.add(new Candidate.Popular(
                    model.product(item),
                    ceiling * top.score(rank) / (mostBuyers + 1),
                    lately ? model.recentBuyers(item) : model.buyers(item),
                    lately ? model.window() : Duration.ZERO));
        }
        return candidates;
    }

    private BitSet items(Set<Integer> products) {
        BitSet items = new BitSet();
        products.forEach(product -> model.item(product).ifPresent(items::set));
        return items;
    }

    private History history(List<Bought> bought) {
        List<Bought> known = bought.stream()
                .filter(product -> model.item(product.product()).isPresent())
                .toList();
        int[] items = new int[known.size()];
        float[] weights = new float[items.length];
        long[] times = new long[items.length];
        for (int at = 0; at < items.length; at++) {
            items[at] = model.item(known.get(at).product()).orElseThrow();
            weights[at] = (float) Math.min(known.get(at).quantity(), Float.MAX_VALUE);
            times[at] = known.get(at).lastTime().getEpochSecond();
        }
        return History.of(items, weights, times);
    }
}

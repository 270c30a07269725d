package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Item-based collaborative filtering (Sarwar et al. 2001; Deshpande and Karypis 2004): an item is as good for a history
 * as the history is similar to it, {@code score(i) = sum over h in history and in N(i) of taste(h) * likeness(i, h)},
 * where N(i) are the most similar items of i and likeness is the shrunk cosine of the items' customers. It can say which
 * earlier choices made a score. Memory is 16 bytes for each of items * neighbours, whatever the number of customers.
 */
public final class ItemKnn implements Recommender {
    private final ItemKnnSettings settings;
    /** Row i: the neighbours of item i, most similar first. */
    private final SparseMatrix neighbours;
    /** Row h: the items that have h as a neighbour, ascending. */
    private final SparseMatrix followers;

    private ItemKnn(ItemKnnSettings settings, SparseMatrix neighbours) {
        this.settings = settings;
        this.neighbours = neighbours;
        this.followers = neighbours.transposed();
    }

    /**
     * Compares all items that share a customer; time grows with the sum of squared history lengths.
     *
     * @param asOf the time of training in seconds since 1970, from which pairs fade
     */
    public static ItemKnn fit(Interactions interactions, long asOf, ItemKnnSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        SparseMatrix byCustomer = interactions.withValues(values(interactions, asOf, settings));
        return new ItemKnn(settings, Likeness.neighbours(byCustomer, settings.neighbours(), settings.shrinkage()));
    }

    /** A model from stored neighbours; see {@link ItemKnnFormat}. */
    static ItemKnn of(ItemKnnSettings settings, SparseMatrix neighbours) {
        return new ItemKnn(settings, neighbours);
    }

    private static float[] values(Interactions interactions, long asOf, ItemKnnSettings settings) {
        float[] values = settings.weighting().values(interactions);
        int pair = 0;
        for (int customer = 0; customer < interactions.customers(); customer++) {
            boolean tooLong = interactions.length(customer) > settings.longestHistory();
            for (int end = pair + interactions.length(customer); pair < end; pair++) {
                values[pair] *= tooLong ? 0 : settings.modelDecay().factor(interactions.time(pair), asOf);
            }
        }
        return values;
    }

    @Override
    public int items() {
        return neighbours.rows();
    }

    public ItemKnnSettings settings() {
        return settings;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return neighbours.bytes() + followers.bytes();
    }

    @Override
    public void score(History history, float[] scores) {
        if (scores.length != items()) {
            throw new IllegalArgumentException("scores must have " + items() + " entries, not " + scores.length);
        }
        Arrays.fill(scores, 0);
        for (int at = 0; at < history.size(); at++) {
            int chosen = requireItem(history.item(at));
            float taste = taste(history, at);
            for (int entry = followers.start(chosen); entry < followers.end(chosen); entry++) {
                scores[followers.column(entry)] += taste * followers.value(entry);
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }

    private float taste(History history, int at) {
        return settings.weighting().own(history.weight(at))
                * settings.profileDecay().factor(history.time(at), history.latest());
    }

    /** The items most similar to one, most similar first, with likeness in (0, 1]; at most the neighbours kept. */
    public Ranking similar(int item, int limit) {
        int start = neighbours.start(requireItem(item));
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        int end = Math.min(neighbours.end(item), start + Math.min(limit, items()));
        BestItems best = new BestItems(end - start);
        for (int entry = start; entry < end; entry++) {
            best.offer(neighbours.column(entry), neighbours.value(entry));
        }
        return Ranking.of(best);
    }

    /**
     * Why an item scores for a history: the earlier choices that brought most, largest first, at most {@code limit}.
     * Over the whole history the amounts add up to the score (to rounding); none where the item is unscored.
     */
    public List<Contribution> explain(History history, int item, int limit) {
        requireItem(item);
        List<Contribution> contributions = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            float amount = taste(history, at) * followers.at(requireItem(history.item(at)), item);
            if (amount > 0) {
                contributions.add(new Contribution(history.item(at), amount));
            }
        }
        contributions.sort(
                Comparator.comparingDouble(Contribution::amount).reversed().thenComparingInt(Contribution::item));
        return List.copyOf(contributions.subList(0, Math.min(limit, contributions.size())));
    }

    SparseMatrix neighbours() {
        return neighbours;
    }

    private int requireItem(int item) {
        if (item < 0 || item >= items()) {
            throw new IllegalArgumentException("item must be in [0, " + items() + "), not " + item);
        }
        return item;
    }
}

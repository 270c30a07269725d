package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What any model comes to that weighs items by items: {@code score(i) = sum over h in history and in N(i) of taste(h) *
 * weight(i, h)}, where N(i) are the items that weigh most for i. It can say which earlier choices made a score. Memory is
 * 16 bytes for each of items * neighbours, whatever the number of customers.
 */
public final class ItemToItem implements Recommender {
    private final Emphasis emphasis;
    /** Row i: what weighs for item i, strongest first. */
    private final SparseMatrix neighbours;
    /** Row h: the items for which h weighs, ascending. */
    private final SparseMatrix followers;

    private ItemToItem(Emphasis emphasis, SparseMatrix neighbours) {
        this.emphasis = emphasis;
        this.neighbours = neighbours;
        this.followers = neighbours.transposed();
    }

    /** @param neighbours row i: what weighs for item i, strongest first */
    public static ItemToItem of(Emphasis emphasis, SparseMatrix neighbours) {
        requireNonNull(emphasis, "emphasis is null");
        if (neighbours.rows() != neighbours.columns()) {
            throw new IllegalArgumentException(
                    neighbours.rows() + " items have neighbours among " + neighbours.columns());
        }
        return new ItemToItem(emphasis, neighbours);
    }

    @Override
    public int items() {
        return neighbours.rows();
    }

    public Emphasis emphasis() {
        return emphasis;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return neighbours.bytes() + followers.bytes();
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        Arrays.fill(scores, 0);
        long latest = history.latest();
        for (int at = 0; at < history.size(); at++) {
            int chosen = requireItem(history.item(at));
            float taste = emphasis.taste(history, at, latest);
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

    /** The items that weigh most for one, strongest first; at most the neighbours kept, none that weighs below zero. */
    public Ranking similar(int item, int limit) {
        requireItem(item);
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        int end = neighbours.end(item);
        BestItems best = new BestItems(Math.min(limit, end - neighbours.start(item)));
        for (int entry = neighbours.start(item); entry < end; entry++) {
            if (neighbours.value(entry) > 0) {
                best.offer(neighbours.column(entry), neighbours.value(entry));
            }
        }
        return Ranking.of(best);
    }

    /**
     * Why an item scores for a history: the earlier choices that brought most, largest first, at most {@code limit}.
     * Where no weight is below zero the amounts over the whole history add up to the score (to rounding); none where the
     * item is unscored.
     */
    public List<Contribution> explain(History history, int item, int limit) {
        requireItem(item);
        long latest = history.latest();
        List<Contribution> contributions = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            float weight = followers.at(requireItem(history.item(at)), item);
            float amount = weight > 0 ? emphasis.taste(history, at, latest) * weight : 0;
            if (amount > 0) {
                contributions.add(new Contribution(history.item(at), amount));
            }
        }
        return Contribution.largest(contributions, limit);
    }

    /** What a choice weighs for an item, 0 where it does not. */
    public float weight(int choice, int item) {
        return followers.at(choice, item);
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

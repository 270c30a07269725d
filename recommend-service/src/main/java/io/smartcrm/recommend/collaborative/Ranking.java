package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.function.IntPredicate;

/** Items with their scores, best first; equal scores by ascending item. Immutable. */
public final class Ranking {
    private final int[] items;
    private final float[] scores;

    private Ranking(int[] items, float[] scores) {
        this.items = items;
        this.scores = scores;
    }

    /**
     * The best scored items a filter lets pass, at most {@code limit}; {@link Recommender#UNSCORED} and not-a-number
     * never rank. Time is linear in the items, memory in the limit.
     */
    public static Ranking top(float[] scores, int limit, IntPredicate eligible) {
        requireNonNull(eligible, "eligible is null");
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
        BestItems best = new BestItems(Math.min(limit, scores.length));
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > Recommender.UNSCORED && eligible.test(item)) {
                best.offer(item, scores[item]);
            }
        }
        return of(best);
    }

    /**
     * The best of a few items, at most {@code limit}.
     *
     * @param scores in the order of the items
     */
    public static Ranking of(int[] items, float[] scores, int limit) {
        if (items.length != scores.length || limit < 0) {
            throw new IllegalArgumentException(
                    "%d items have %d scores, limit %d".formatted(items.length, scores.length, limit));
        }
        BestItems best = new BestItems(Math.min(limit, items.length));
        for (int place = 0; place < items.length; place++) {
            best.offer(items[place], scores[place]);
        }
        return of(best);
    }

    static Ranking of(BestItems best) {
        int[] items = new int[best.size()];
        float[] scores = new float[best.size()];
        best.drain(items, scores, 0);
        return new Ranking(items, scores);
    }

    public int size() {
        return items.length;
    }

    public int item(int rank) {
        return items[rank];
    }

    public float score(int rank) {
        return scores[rank];
    }
}

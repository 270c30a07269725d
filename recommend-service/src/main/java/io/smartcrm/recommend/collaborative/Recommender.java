package io.smartcrm.recommend.collaborative;

import java.util.function.IntPredicate;

/**
 * A fitted model that orders the items 0..items()-1 for a history. Immutable and safe for use by many threads; equal
 * training data and settings give equal scores.
 */
public interface Recommender {
    /** The score of an item the model has nothing to say about; such an item is never ranked. */
    float UNSCORED = Float.NEGATIVE_INFINITY;

    int items();

    /**
     * Overwrites the scores of all items, higher is better, {@link #UNSCORED} for no opinion. Items of the history are
     * scored like any other; leave them out by a filter where repeats are not wanted.
     *
     * @param scores length {@link #items()}
     * @throws IllegalArgumentException when the length differs or the history names an item the model does not have
     */
    void score(History history, float[] scores);

    /** Refuses an array that is not one score an item. */
    default void requireLength(float[] scores) {
        if (scores.length != items()) {
            throw new IllegalArgumentException("scores must have " + items() + " entries, not " + scores.length);
        }
    }

    /** The best items for a history among those a filter lets pass, at most {@code limit}. */
    default Ranking top(History history, int limit, IntPredicate eligible) {
        float[] scores = new float[items()];
        score(history, scores);
        return Ranking.top(scores, limit, eligible);
    }
}

package io.smartcrm.recommend.evaluation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import java.util.Arrays;

/** One customer of the leave-one-out protocol: the held-out item is to be found among items the customer never chose. */
public final class Choice {
    private final History known;
    private final int positive;
    private final int[] negatives;

    private Choice(History known, int positive, int[] negatives) {
        this.known = known;
        this.positive = positive;
        this.negatives = negatives;
    }

    /** @throws IllegalArgumentException when there is no negative or the positive is among them */
    public static Choice of(History known, int positive, int[] negatives) {
        requireNonNull(known, "known is null");
        if (negatives.length == 0) {
            throw new IllegalArgumentException("no negative items beside " + positive);
        }
        if (Arrays.stream(negatives).anyMatch(negative -> negative == positive)) {
            throw new IllegalArgumentException("item " + positive + " is both positive and negative");
        }
        return new Choice(known, positive, negatives.clone());
    }

    History known() {
        return known;
    }

    /** How many negatives score above the positive; an unscored item is below every scored one. */
    int above(float[] scores) {
        return count(scores, 1);
    }

    /** How many negatives score the same as the positive. */
    int level(float[] scores) {
        return count(scores, 0);
    }

    private int count(float[] scores, int comparison) {
        int count = 0;
        for (int negative : negatives) {
            if (Integer.signum(Float.compare(scores[negative], scores[positive])) == comparison) {
                count++;
            }
        }
        return count;
    }
}

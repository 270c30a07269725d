package io.smartcrm.recommend.hybrid;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.List;

/**
 * The weighted hybrid (Burke 2002): scores of all parts, each by its standard deviation over the items, so that weights
 * mean the same whatever the scale of a model. An item a part has no opinion of scores 0 there.
 */
public final class Hybrid implements Recommender {
    private final List<Part> parts;

    private Hybrid(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException when there is no part or the parts differ in items */
    public static Hybrid of(List<Part> parts) {
        if (parts.stream().map(part -> part.model().items()).distinct().count() != 1) {
            throw new IllegalArgumentException("parts differ in items, or there are none");
        }
        return new Hybrid(List.copyOf(parts));
    }

    public List<Part> parts() {
        return parts;
    }

    @Override
    public int items() {
        return parts.get(0).model().items();
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        System.arraycopy(sum(shares(history)), 0, scores, 0, scores.length);
    }

    /** The scores that shares add up to, {@link #UNSCORED} where nobody has an opinion. */
    public static float[] sum(float[][] shares) {
        float[] scores = shares[0].clone();
        for (int part = 1; part < shares.length; part++) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] += shares[part][item];
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
        return scores;
    }

    /** What each part, in their order, adds to the score of each item. */
    public float[][] shares(History history) {
        float[][] shares = new float[parts.size()][items()];
        for (int part = 0; part < shares.length; part++) {
            if (parts.get(part).weight() == 0) {
                continue;
            }
            parts.get(part).model().score(history, shares[part]);
            scale(shares[part], parts.get(part).weight());
        }
        return shares;
    }

    private static void scale(float[] scores, double weight) {
        double sum = 0;
        double squares = 0;
        for (int item = 0; item < scores.length; item++) {
            if (!(scores[item] > UNSCORED)) {
                scores[item] = 0;
            }
            sum += scores[item];
            squares += (double) scores[item] * scores[item];
        }
        double variance = squares / scores.length - sum * sum / scores.length / scores.length;
        float factor = variance > 0 ? (float) (weight / Math.sqrt(variance)) : 0;
        for (int item = 0; item < scores.length; item++) {
            scores[item] *= factor;
        }
    }
}

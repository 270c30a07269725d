package io.smartcrm.recommend.hybrid;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Recommender;

/**
 * One recommender of a hybrid.
 *
 * @param weight of its standard scores, not negative
 */
public record Part(Signal signal, Recommender model, double weight) {
    public Part {
        requireNonNull(signal, "signal is null");
        requireNonNull(model, "model is null");
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of " + signal + " must be finite and not negative: " + weight);
        }
    }
}

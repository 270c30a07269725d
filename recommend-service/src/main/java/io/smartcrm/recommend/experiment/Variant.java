package io.smartcrm.recommend.experiment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.wire.Failure;

/**
 * One of the ways an experiment compares.
 *
 * @param share of the customers, above 0, at most 1
 * @param weights of the signals of a list, at least one above 0
 */
public record Variant(String name, double share, Weights weights) {
    private static final int LONGEST_NAME = 50;

    public Variant {
        requireNonNull(weights, "weights is null");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Failure.invalid("variants", "a name has 1 to " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (!(share > 0 && share <= 1)) {
            throw Failure.invalid("variants", "the share of " + name + " is not above 0 and at most 1: " + share);
        }
        if (weights.of().values().stream().noneMatch(weight -> weight > 0)) {
            throw Failure.invalid(
                    "variants", "no weight of " + name + " is above 0; leave all out for the default ones");
        }
    }
}

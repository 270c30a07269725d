package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

/**
 * How {@link UserKnn} sees likeness.
 *
 * @param neighbours nearest customers asked, at least 1
 * @param shrinkage added to the denominator of the cosine, not negative
 */
public record UserKnnSettings(int neighbours, double shrinkage, Emphasis emphasis) {
    /** Binary cosine of 100 neighbours, nothing fades. */
    public static final UserKnnSettings CLASSIC = new UserKnnSettings(100, 0, Emphasis.PLAIN);

    /** CLASSIC, but what was chosen lately counts more, in the training data (60 days) and in a history (90 days). */
    public static final UserKnnSettings RECENT = new UserKnnSettings(100, 0, Emphasis.RECENT);

    public UserKnnSettings {
        requireNonNull(emphasis, "emphasis is null");
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, not " + neighbours);
        }
        if (!(shrinkage >= 0) || shrinkage == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("shrinkage must be finite and not negative, not " + shrinkage);
        }
    }
}

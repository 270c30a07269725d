package io.smartcrm.recommend.latent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Emphasis;

/**
 * How {@link Als} learns.
 *
 * @param factors numbers that describe a customer or an item, 1 to 1,024
 * @param epochs times both sides are solved for, at least 1
 * @param unobserved weight of a pair that nobody chose against one that was, above zero
 * @param regularisation of a row for each unit of its weight, above zero
 * @param steps conjugate gradient steps for a row in one epoch, at least 1
 * @param emphasis what a choice counts
 * @param seed of the random start
 */
public record AlsSettings(
        int factors, int epochs, double unobserved, double regularisation, int steps, Emphasis emphasis, long seed) {
    /** 64 factors, 15 epochs, nothing fades. */
    public static final AlsSettings CLASSIC = new AlsSettings(64, 15, .3, .006, 3, Emphasis.PLAIN, 1);

    /** What was chosen lately counts more. */
    public static final AlsSettings RECENT = new AlsSettings(64, 10, .1, .01, 3, Emphasis.RECENT, 1);

    private static final int MOST_FACTORS = 1_024;

    public AlsSettings {
        requireNonNull(emphasis, "emphasis is null");
        if (factors < 1 || factors > MOST_FACTORS) {
            throw new IllegalArgumentException("factors must be 1 to " + MOST_FACTORS + ", not " + factors);
        }
        if (epochs < 1 || steps < 1) {
            throw new IllegalArgumentException("epochs and steps must be at least 1: " + epochs + ", " + steps);
        }
        if (!(unobserved > 0) || !(regularisation > 0)) {
            throw new IllegalArgumentException(
                    "unobserved and regularisation must be above zero: " + unobserved + ", " + regularisation);
        }
    }

    public AlsSettings withFactors(int other) {
        return new AlsSettings(other, epochs, unobserved, regularisation, steps, emphasis, seed);
    }
}

package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

/**
 * How {@link Rp3Beta} walks.
 *
 * @param alpha power of each chance; below 1 rare ways count more
 * @param beta power of the popularity that damps an item, 0 damps nothing
 * @param neighbours items kept for every item, at least 1; bounds the memory
 */
public record Rp3BetaSettings(double alpha, double beta, int neighbours, Emphasis emphasis) {
    /** Nothing fades. */
    public static final Rp3BetaSettings CLASSIC = new Rp3BetaSettings(1, .2, 200, Emphasis.PLAIN);

    /** What was chosen lately counts more; popular items need no damping then, as the validation month showed. */
    public static final Rp3BetaSettings RECENT = new Rp3BetaSettings(1, 0, 200, Emphasis.RECENT);

    public Rp3BetaSettings {
        requireNonNull(emphasis, "emphasis is null");
        if (!(alpha > 0) || !(beta >= 0) || Double.isInfinite(alpha) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("alpha must be above zero and beta not below: " + alpha + ", " + beta);
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, not " + neighbours);
        }
    }
}

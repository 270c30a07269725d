package io.smartcrm.recommend.graph;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Emphasis;

/**
 * How {@link GraphWalk} walks.
 *
 * @param alpha power of each chance; below 1 rare ways count more
 * @param beta power by which items of many links are damped, 0 damps nothing
 * @param companions chance to go on from an entity to one that goes with it, 0 to below 1
 */
public record WalkSettings(double alpha, double beta, double companions, Emphasis emphasis) {
    public static final WalkSettings USUAL = new WalkSettings(1, .3, .1, Emphasis.RECENT);

    public WalkSettings {
        requireNonNull(emphasis, "emphasis is null");
        if (!(alpha > 0) || !(beta >= 0) || Double.isInfinite(alpha) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("alpha must be above zero and beta not below: " + alpha + ", " + beta);
        }
        if (!(companions >= 0 && companions < 1)) {
            throw new IllegalArgumentException("companions must be 0 to below 1, not " + companions);
        }
    }
}

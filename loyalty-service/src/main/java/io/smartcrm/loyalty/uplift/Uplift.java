package io.smartcrm.loyalty.uplift;

import java.util.Optional;

/**
 * What difference it made to serve customers, against those who were held out.
 *
 * @param conversion share of buyers more than among those held out
 * @param spending of one customer more than of one held out, in minor units
 */
public record Uplift(Estimate conversion, Estimate spending) {
    private static final int LEAST = 2;

    /** Empty while a group is too small to tell how sure one can be. */
    public static Optional<Uplift> of(Group served, Group heldOut) {
        if (served.customers() < LEAST || heldOut.customers() < LEAST) {
            return Optional.empty();
        }
        return Optional.of(new Uplift(
                Proportions.difference(served.buyers(), served.customers(), heldOut.buyers(), heldOut.customers()),
                Means.difference(served, heldOut)));
    }
}

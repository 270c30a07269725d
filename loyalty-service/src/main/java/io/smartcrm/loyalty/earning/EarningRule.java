package io.smartcrm.loyalty.earning;

import static java.util.Objects.requireNonNull;

/**
 * One way to earn points.
 *
 * @param cap most points that the rule gives for one order; 0 for any number
 */
public record EarningRule(String name, boolean active, Effect effect, Conditions conditions, long cap) {
    public EarningRule {
        requireNonNull(name, "name is null");
        requireNonNull(effect, "effect is null");
        requireNonNull(conditions, "conditions is null");
        if (cap < 0) {
            throw new IllegalArgumentException("cap is " + cap);
        }
    }

    boolean applies(Purchase purchase) {
        return active && conditions.hold(purchase);
    }

    long capped(long points) {
        return cap == 0 ? points : Math.min(cap, points);
    }
}

package io.smartcrm.loyalty.result;

import io.smartcrm.loyalty.uplift.Estimate;
import io.smartcrm.loyalty.uplift.Group;
import io.smartcrm.loyalty.uplift.Uplift;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy achieved. Customers count from the first decision about them, those whose window is over only; what they
 * spent is less what was given back of it so far.
 *
 * @param currencyCode of all amounts; the one that was paid in most
 * @param windowDays after the first decision, in which purchases count
 * @param waiting customers whose window is not over
 * @param cost what was done, in minor units: points by what they cost the shop, and each action's own cost
 */
public record StrategyResult(
        String currencyCode,
        int windowDays,
        long waiting,
        Group served,
        Group heldOut,
        Optional<Uplift> uplift,
        long points,
        long cost,
        List<Count> actions,
        List<Count> passes) {
    public StrategyResult {
        actions = List.copyOf(actions);
        passes = List.copyOf(passes);
    }

    /** How many of a name. */
    public record Count(String name, long count) {}

    /** What all who were served spent more than they would have, in minor units. */
    public Optional<Estimate> gain() {
        return uplift.map(difference -> difference.spending().times((double) served.customers()));
    }
}

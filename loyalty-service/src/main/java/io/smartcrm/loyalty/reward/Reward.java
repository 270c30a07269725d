package io.smartcrm.loyalty.reward;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What customers take for points.
 *
 * @param stock what is left; empty when it never runs out
 */
record Reward(UUID id, Offer offer, OptionalLong stock, long version) {
    Reward {
        requireNonNull(id, "id is null");
        requireNonNull(offer, "offer is null");
    }

    /**
     * What it is, and for whom.
     *
     * @param tiers of which the customer must have one; empty for everybody
     * @param perCustomer how many one customer may take; empty for any number
     */
    record Offer(
            String name,
            String description,
            long cost,
            boolean active,
            Optional<Instant> fromTime,
            Optional<Instant> toTime,
            List<String> tiers,
            OptionalLong perCustomer,
            int voucherDays) {
        Offer {
            tiers = List.copyOf(tiers);
        }
    }
}

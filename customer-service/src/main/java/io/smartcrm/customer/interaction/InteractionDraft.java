package io.smartcrm.customer.interaction;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An interaction as its source told it, checked; see {@link DraftForm} for the limits.
 *
 * @param messageId the source's name of it; empty: it is taken as new
 * @param user the name in another system
 * @param anonymousId what a device calls the visitor; empty when none
 * @param product id or code of a product; empty when none
 * @param properties a JSON object
 * @param deliveryState of a message to the customer, and only of such
 * @param identification present when the visitor is said to be the user or customer
 */
public record InteractionDraft(
        String messageId,
        Optional<UUID> customerId,
        Optional<Identity> user,
        String anonymousId,
        Direction direction,
        String type,
        String channel,
        String name,
        Instant occurTime,
        String product,
        String properties,
        Optional<DeliveryState> deliveryState,
        Optional<Profile> identification) {
    public InteractionDraft {
        requireNonNull(direction, "direction is null");
        requireNonNull(occurTime, "occurTime is null");
        if ((direction == Direction.OUT) != deliveryState.isPresent()) {
            throw new IllegalArgumentException("messages to the customer, and they alone, have a delivery state");
        }
    }
}

package io.smartcrm.customer.interaction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that a customer did, or one message to a customer.
 *
 * @param id made of occurTime, see {@link InteractionId}
 * @param customerId empty while it is unknown whose it is
 * @param properties a JSON object
 * @param version from 1, grows with every change
 */
public record Interaction(
        UUID id,
        Optional<UUID> customerId,
        String anonymousId,
        Direction direction,
        String type,
        String channel,
        String name,
        Instant occurTime,
        Instant receiveTime,
        Optional<UUID> productId,
        String properties,
        String messageId,
        Optional<Deliveries> deliveries,
        long version) {
    public Interaction {
        requireNonNull(id, "id is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(occurTime, "occurTime is null");
        requireNonNull(receiveTime, "receiveTime is null");
    }

    /** Facts of one key stay in order: those of a customer, or of a visitor while the customer is unknown. */
    String key() {
        return customerId.map(UUID::toString).orElse(anonymousId.isEmpty() ? id.toString() : anonymousId);
    }

    /**
     * This message with one more report of its delivery; itself when that tells nothing new.
     *
     * @param rewritten whether its version has been raised already, for the same write
     */
    Interaction reported(DeliveryState state, Instant time, boolean rewritten) {
        Optional<Deliveries> reported = deliveries.map(known -> known.report(state, time));
        return reported.equals(deliveries)
                ? this
                : new Interaction(
                        id,
                        customerId,
                        anonymousId,
                        direction,
                        type,
                        channel,
                        name,
                        occurTime,
                        receiveTime,
                        productId,
                        properties,
                        messageId,
                        reported,
                        rewritten ? version : version + 1);
    }
}

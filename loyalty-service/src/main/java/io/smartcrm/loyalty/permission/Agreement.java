package io.smartcrm.loyalty.permission;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer said last of one purpose on one channel.
 *
 * @param expireTime empty: until it is withdrawn
 */
record Agreement(
        UUID customer,
        String purpose,
        String channel,
        boolean granted,
        Instant effectiveTime,
        Optional<Instant> expireTime) {
    Agreement {
        requireNonNull(customer, "customer is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(effectiveTime, "effectiveTime is null");
    }

    /** What it is about. */
    record Subject(UUID customer, String purpose, String channel) {}

    Subject subject() {
        return new Subject(customer, purpose, channel);
    }
}

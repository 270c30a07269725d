package io.smartcrm.customer.interaction;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.util.UUID;

/** Our name of an interaction; tells the millisecond it occurred in, and thereby the partition to look into. */
record InteractionId(UUID value) {
    InteractionId {
        requireNonNull(value, "value is null");
    }

    static InteractionId of(Instant occurTime) {
        return new InteractionId(TimeOrderedId.at(occurTime.toEpochMilli()));
    }

    /** The same for the same bits, of which 74 count. */
    static InteractionId of(Instant occurTime, long high, long low) {
        return new InteractionId(TimeOrderedId.of(occurTime.toEpochMilli(), high, low));
    }

    /** @throws Failure NOT_FOUND when no interaction can have this id */
    static InteractionId parse(String text) {
        try {
            return new InteractionId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("interaction", text);
        }
    }

    Instant from() {
        return Instant.ofEpochMilli(TimeOrderedId.millis(value));
    }

    Instant until() {
        return from().plusMillis(1);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

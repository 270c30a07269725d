package io.smartcrm.customer.duplicate;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.matching.Agreement;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Two customers who may be one person; the smaller id first. */
record Duplicate(
        UUID id,
        UUID first,
        UUID second,
        DuplicateState state,
        double probability,
        double weight,
        Agreement agreement,
        Instant findTime,
        Optional<Instant> decideTime,
        Optional<UUID> mergeId) {
    Duplicate {
        requireNonNull(id, "id is null");
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        requireNonNull(state, "state is null");
        requireNonNull(agreement, "agreement is null");
        requireNonNull(findTime, "findTime is null");
    }

    /** @throws Failure NOT_FOUND when no pair can have this id */
    static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("duplicate", text);
        }
    }
}

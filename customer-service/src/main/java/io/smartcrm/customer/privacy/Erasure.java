package io.smartcrm.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer who must be forgotten, and how far that is.
 *
 * @param mergedIds customers who had been merged into this one
 * @param reason 1 to 500 characters
 * @param counts what services forgot, as far as they answered
 * @param waiting services that have not answered
 */
record Erasure(
        UUID id,
        UUID customerId,
        List<UUID> mergedIds,
        String reason,
        String requestedBy,
        Instant requestTime,
        Optional<Instant> completeTime,
        List<Count> counts,
        List<String> waiting) {
    private static final int MAX_REASON = 500;

    /** What a service forgot of one part. */
    record Count(String service, String part, long records) {
        Count {
            requireNonNull(service, "service is null");
            requireNonNull(part, "part is null");
        }
    }

    Erasure {
        requireNonNull(id, "id is null");
        requireNonNull(customerId, "customerId is null");
        mergedIds = List.copyOf(mergedIds);
        if (reason.isBlank() || reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("reason", "is not 1 to " + MAX_REASON + " printable characters long");
        }
        requireNonNull(requestedBy, "requestedBy is null");
        requireNonNull(requestTime, "requestTime is null");
        requireNonNull(completeTime, "completeTime is null");
        counts = List.copyOf(counts);
        waiting = List.copyOf(waiting);
    }

    boolean isComplete() {
        return completeTime.isPresent();
    }
}

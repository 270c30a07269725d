package io.smartcrm.customer.consent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.UUID;

/**
 * What may not be done with a customer's data.
 *
 * @param restricted stored, but not scored and not contacted
 * @param notByProfile nothing is chosen by what is known of the person
 * @param version 0 when it was never set
 */
public record ProcessingLimit(
        UUID customerId, boolean restricted, boolean notByProfile, String reason, Instant updateTime, long version) {
    private static final int MAX_REASON = 500;

    public ProcessingLimit {
        requireNonNull(customerId, "customerId is null");
        requireNonNull(updateTime, "updateTime is null");
        if (reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("limits.reason", "is not at most " + MAX_REASON + " printable characters long");
        }
    }

    static ProcessingLimit none(UUID customerId) {
        return new ProcessingLimit(customerId, false, false, "", Instant.EPOCH, 0);
    }

    boolean isNone() {
        return !restricted && !notByProfile;
    }
}

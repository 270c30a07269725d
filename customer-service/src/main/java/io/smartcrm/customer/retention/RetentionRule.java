package io.smartcrm.customer.retention;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How long records of a kind are kept.
 *
 * @param ageDays 1 to 36,500
 * @param active whether the daily run applies it
 */
record RetentionRule(UUID id, Kind kind, int ageDays, boolean active, Instant createTime) {
    private static final int MAX_DAYS = 36_500;

    /** What is kept. */
    enum Kind {
        INACTIVE_CUSTOMER,
        CONSENT_RECORD,
        IMPORT_REJECTION
    }

    RetentionRule {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(createTime, "createTime is null");
        if (ageDays < 1 || ageDays > MAX_DAYS) {
            throw Failure.invalid("rule.ageDays", ageDays + " is not between 1 and " + MAX_DAYS);
        }
    }

    /** Records that ended before are too old. */
    Instant before(Instant now) {
        return now.minus(Duration.ofDays(ageDays));
    }
}

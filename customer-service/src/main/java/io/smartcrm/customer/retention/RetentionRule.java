package io.smartcrm.customer.retention;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How long records of a kind are kept, and what happens then.
 *
 * @param ageDays 1 to 36,500
 * @param active whether the daily run applies it
 */
record RetentionRule(UUID id, Kind kind, Action action, int ageDays, boolean active, Instant createTime) {
    private static final int MAX_DAYS = 36_500;

    /** What is kept. */
    enum Kind {
        INACTIVE_CUSTOMER,
        CONSENT_RECORD,
        IMPORT_REJECTION,
        SUPPORT_CASE,
        INTERACTION;

        /** Whether such records say that a customer was there. */
        private boolean isActivity() {
            return this == SUPPORT_CASE || this == INTERACTION;
        }
    }

    /** What happens to records that are too old. */
    enum Action {
        ERASE,
        ANONYMISE
    }

    RetentionRule {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(action, "action is null");
        requireNonNull(createTime, "createTime is null");
        if (ageDays < 1 || ageDays > MAX_DAYS) {
            throw Failure.invalid("rule.ageDays", ageDays + " is not between 1 and " + MAX_DAYS);
        }
        if (action == Action.ANONYMISE && kind != Kind.INACTIVE_CUSTOMER) {
            throw Failure.invalid(
                    "rule.action", "is ANONYMISE, which is for INACTIVE_CUSTOMER: a " + kind + " can only be erased");
        }
    }

    /** Records that ended before are too old. */
    Instant before(Instant now) {
        return now.minus(Duration.ofDays(ageDays));
    }

    /** Why this rule and another make no sense together, and what to do; rules that nobody applies may say anything. */
    Optional<String> contradiction(RetentionRule other) {
        if (!active || !other.active) {
            return Optional.empty();
        }
        if (kind == other.kind && action == other.action) {
            return Optional.of("does " + action + " " + kind + " too; delete it first, or make this one inactive");
        }
        if (kind == other.kind) {
            return neverAnonymised(action == Action.ERASE ? this : other, action == Action.ERASE ? other : this);
        }
        return kind.isActivity() ? forgottenActivity(this, other) : forgottenActivity(other, this);
    }

    private static Optional<String> neverAnonymised(RetentionRule erasing, RetentionRule anonymising) {
        return erasing.ageDays > anonymising.ageDays
                ? Optional.empty()
                : Optional.of("leaves nobody to anonymise: customers would be erased after " + erasing.ageDays
                        + " days and anonymised after " + anonymising.ageDays + "; anonymise them earlier");
    }

    private static Optional<String> forgottenActivity(RetentionRule activity, RetentionRule customers) {
        boolean sooner = activity.kind.isActivity()
                && customers.kind == Kind.INACTIVE_CUSTOMER
                && activity.ageDays < customers.ageDays;
        return sooner
                ? Optional.of("makes customers inactive too early: each " + activity.kind + " is forgotten after "
                        + activity.ageDays + " days, but a customer who had one counts as active for "
                        + customers.ageDays + "; keep it at least as long")
                : Optional.empty();
    }
}

package io.smartcrm.loyalty.delivery;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.strategy.Action;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that is, was or will be done for a customer.
 *
 * @param position among the steps of its definition
 * @param dueTime not before
 * @param outcome why it failed, was cancelled or is tried again; what it made
 */
public record ActionRecord(
        UUID id,
        UUID decision,
        UUID strategy,
        long version,
        int position,
        UUID customer,
        String occasion,
        Action.Kind kind,
        State state,
        String outcome,
        int attempts,
        Instant dueTime,
        Instant createTime,
        Optional<Instant> endTime) {
    /** How far it is. */
    public enum State {
        DUE,
        /** Whoever does it was told, and has not answered. */
        ORDERED,
        DONE,
        FAILED,
        CANCELLED
    }

    public ActionRecord {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
    }
}

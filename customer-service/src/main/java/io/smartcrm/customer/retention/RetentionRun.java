package io.smartcrm.customer.retention;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule being applied.
 *
 * @param before records that ended before are too old
 * @param position the last customer that was done
 * @param failure empty unless it failed
 */
record RetentionRun(
        UUID id,
        UUID ruleId,
        State state,
        Instant before,
        long totalRecords,
        long doneRecords,
        UUID position,
        boolean cancelRequested,
        Instant createTime,
        Optional<Instant> endTime,
        String failure) {
    /** How far it is. */
    enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    RetentionRun {
        requireNonNull(id, "id is null");
        requireNonNull(ruleId, "ruleId is null");
        requireNonNull(state, "state is null");
        requireNonNull(before, "before is null");
        requireNonNull(position, "position is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(endTime, "endTime is null");
        requireNonNull(failure, "failure is null");
    }

    boolean ended() {
        return state != State.WAITING && state != State.RUNNING;
    }
}

package io.smartcrm.customer.job;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Work over all customers.
 *
 * @param parameters a JSON object as text, of the kind's own
 * @param position where to go on, in the kind's own words; empty at the beginning
 * @param counts what came of it so far, by the kind's own names
 * @param failure why it failed and what to do; empty otherwise
 */
public record Job(
        UUID id,
        JobKind kind,
        JobState state,
        String parameters,
        String position,
        long done,
        long total,
        Map<String, Long> counts,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        String failure,
        boolean cancelRequested) {
    public Job {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
        requireNonNull(parameters, "parameters is null");
        requireNonNull(position, "position is null");
        requireNonNull(createTime, "createTime is null");
        counts = Map.copyOf(counts);
    }

    /** @throws Failure NOT_FOUND when no job can have this id */
    public static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("data job", text);
        }
    }
}

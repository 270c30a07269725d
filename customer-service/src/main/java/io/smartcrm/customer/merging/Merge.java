package io.smartcrm.customer.merging;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Two customers that became one.
 *
 * @param takenFields of the winner's profile that came from the loser
 * @param moved how many records went over, by what holds them
 */
public record Merge(
        UUID id,
        UUID winner,
        UUID loser,
        List<String> takenFields,
        Map<String, Long> moved,
        Instant mergeTime,
        Optional<Instant> undoTime) {
    public Merge {
        requireNonNull(id, "id is null");
        requireNonNull(winner, "winner is null");
        requireNonNull(loser, "loser is null");
        requireNonNull(mergeTime, "mergeTime is null");
        requireNonNull(undoTime, "undoTime is null");
        takenFields = List.copyOf(takenFields);
        moved = Map.copyOf(moved);
    }

    /** @throws Failure NOT_FOUND when no merge can have this id */
    static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("merge", text);
        }
    }

    /** @throws Failure NOT_FOUND when no customer can have this id */
    public static UUID parseCustomer(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("customer", text);
        }
    }
}

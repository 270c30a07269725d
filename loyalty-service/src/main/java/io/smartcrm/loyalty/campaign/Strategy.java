package io.smartcrm.loyalty.campaign;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.strategy.Definition;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A strategy and where it stands.
 *
 * @param version of the definition
 * @param pauseReason empty while it is not paused
 * @param reach most customers for whom something is done within 24 hours
 * @param decisions so far, of all versions
 * @param activateTime when it became active last; empty before the first time
 * @param etag grows with every write
 */
public record Strategy(
        UUID id,
        Definition definition,
        long version,
        State state,
        String pauseReason,
        long reach,
        long decisions,
        Optional<Instant> activateTime,
        Instant createTime,
        Instant updateTime,
        long etag) {
    /** Whether it runs. */
    public enum State {
        DRAFT,
        ACTIVE,
        PAUSED
    }

    public Strategy {
        requireNonNull(id, "id is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(state, "state is null");
    }

    static Strategy draft(UUID id, Definition definition, long reach, Instant now) {
        return new Strategy(id, definition, 1, State.DRAFT, "", reach, 0, Optional.empty(), now, now, 1);
    }

    /** With another definition; as active as before. */
    Strategy redefined(Definition next, Instant now) {
        return new Strategy(
                id, next, version + 1, state, pauseReason, reach, decisions, activateTime, createTime, now, etag + 1);
    }

    /** Running, for so many customers a day. */
    public Strategy activated(long newReach, Instant now) {
        return new Strategy(
                id,
                definition,
                version,
                State.ACTIVE,
                "",
                newReach,
                decisions,
                Optional.of(now),
                createTime,
                now,
                etag + 1);
    }

    public Strategy paused(String reason, Instant now) {
        return new Strategy(
                id,
                definition,
                version,
                State.PAUSED,
                reason,
                reach,
                decisions,
                activateTime,
                createTime,
                now,
                etag + 1);
    }

    public boolean active() {
        return state == State.ACTIVE;
    }
}

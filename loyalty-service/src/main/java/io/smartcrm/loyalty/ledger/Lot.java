package io.smartcrm.loyalty.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that were credited together and expire together.
 *
 * @param transaction that credited them
 * @param order they were earned by, if any
 * @param remaining neither spent nor expired, from 0 to granted
 * @param availableTime when the return window ends
 * @param expireTime {@link #NEVER} when they stay
 * @param released whether they are in MEMBER, rather than in LIABILITY
 */
public record Lot(
        UUID id,
        UUID customer,
        UUID transaction,
        Optional<UUID> order,
        long granted,
        long remaining,
        Instant availableTime,
        Instant expireTime,
        boolean released) {
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    /** What expires first is spent first. */
    static final Comparator<Lot> OLDEST_FIRST = Comparator.comparing(Lot::expireTime)
            .thenComparing(Lot::availableTime)
            .thenComparing(Lot::id);

    public Lot {
        requireNonNull(id, "id is null");
        requireNonNull(expireTime, "expireTime is null");
        if (remaining < 0 || remaining > granted) {
            throw new IllegalArgumentException("lot " + id + " has " + remaining + " of " + granted + " points");
        }
    }

    Lot less(long points) {
        return new Lot(
                id, customer, transaction, order, granted, remaining - points, availableTime, expireTime, released);
    }

    Lot release() {
        return new Lot(id, customer, transaction, order, granted, remaining, availableTime, expireTime, true);
    }

    boolean expired(Instant now) {
        return !expireTime.isAfter(now);
    }

    boolean due(Instant now) {
        return !released && !availableTime.isAfter(now);
    }
}

package io.smartcrm.loyalty.referral;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A new customer whom a member brought, on the terms of that day; both as whom they are a part of now.
 *
 * @param minimumMinorUnits what is left of the first order after refunds, at least
 * @param order the first order, when it decided
 * @param endTime when it was credited or declined
 * @param refusal why the ledger refused the points
 */
record Referral(
        UUID id,
        UUID referrer,
        UUID referred,
        State state,
        long referrerPoints,
        long referredPoints,
        long minimumMinorUnits,
        Optional<UUID> order,
        Instant createTime,
        Optional<Instant> endTime,
        Optional<String> refusal) {
    enum State {
        /** For the first order, or for the end of its return window. */
        WAITING,
        CREDITED,
        /** The referred had bought before. */
        BOUGHT_BEFORE,
        /** The first order was given back. */
        GIVEN_BACK,
        /** Less is left of the first order than it needs, or it is of another currency. */
        TOO_SMALL,
        /** The ledger refused the points of one of both; nobody got any. */
        REFUSED,
        /** Both became one customer. */
        SELF_REFERRAL,
        /** The referred became one with a customer who had been referred earlier. */
        ALREADY_REFERRED
    }

    Referral {
        requireNonNull(id, "id is null");
        requireNonNull(state, "state is null");
        requireNonNull(createTime, "createTime is null");
    }
}

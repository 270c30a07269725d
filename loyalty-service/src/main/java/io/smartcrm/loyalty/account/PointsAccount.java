package io.smartcrm.loyalty.account;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.ledger.Balance;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's points and tier.
 *
 * @param nextExpiry which points go first; empty when none expire
 */
public record PointsAccount(
        UUID customer,
        Balance balance,
        Optional<String> tier,
        Optional<Instant> tierTime,
        Optional<Instant> graceEndTime,
        Optional<NextExpiry> nextExpiry) {
    public PointsAccount {
        requireNonNull(customer, "customer is null");
        requireNonNull(balance, "balance is null");
    }

    /** Points that expire together. */
    public record NextExpiry(long points, Instant time) {}

    /** Nothing was ever credited. */
    static PointsAccount empty(UUID customer) {
        return new PointsAccount(
                customer, Balance.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

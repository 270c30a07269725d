package io.smartcrm.loyalty.account;

import io.smartcrm.wire.Failure;
import java.util.Optional;

/**
 * What became of a posting: a transaction, now or when the same was asked before; nothing, when nothing was to be done; or
 * a failure.
 */
public record Outcome(Optional<PointsTransaction> transaction, Optional<Failure> failure) {
    static Outcome of(Optional<PointsTransaction> transaction) {
        return new Outcome(transaction, Optional.empty());
    }

    static Outcome of(Failure failure) {
        return new Outcome(Optional.empty(), Optional.of(failure));
    }

    /** @throws Failure what it was refused for */
    PointsTransaction orThrow() {
        failure.ifPresent(refused -> {
            throw refused;
        });
        return transaction.orElseThrow(() -> new IllegalStateException("a command of a caller did nothing"));
    }
}

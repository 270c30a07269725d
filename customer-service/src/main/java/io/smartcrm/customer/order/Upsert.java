package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an order that was told.
 *
 * @param orderId empty when it was refused
 * @param refusal why it was refused; empty when it was not
 */
public record Upsert(String number, Outcome outcome, Optional<UUID> orderId, long version, Optional<Failure> refusal) {
    /** What was done. */
    public enum Outcome {
        CREATED,
        CORRECTED,
        UNCHANGED,
        OUTDATED,
        REFUSED
    }

    public Upsert {
        requireNonNull(number, "number is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(orderId, "orderId is null");
        requireNonNull(refusal, "refusal is null");
    }

    static Upsert done(Outcome outcome, Order order) {
        return new Upsert(order.number(), outcome, Optional.of(order.id().value()), order.version(), Optional.empty());
    }

    static Upsert refused(String number, Failure refusal) {
        return new Upsert(number, Outcome.REFUSED, Optional.empty(), 0, Optional.of(refusal));
    }
}

package io.smartcrm.loyalty.occasion;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.strategy.Trigger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a customer.
 *
 * @param strategy the one that it concerns; empty for all that listen
 * @param name the same for the same thing, however often it is told
 * @param from the state or segment that the customer was in; empty when it does not matter
 * @param to the state or segment that the customer is in; empty when it does not matter
 * @param amount minor units of an order; empty without one
 */
public record Occasion(
        Trigger.Kind kind,
        Optional<UUID> strategy,
        UUID customer,
        String name,
        Instant time,
        String from,
        String to,
        Optional<Long> amount) {
    public Occasion {
        requireNonNull(kind, "kind is null");
        requireNonNull(customer, "customer is null");
        requireNonNull(name, "name is null");
        requireNonNull(time, "time is null");
    }

    public static Occasion of(Trigger.Kind kind, UUID customer, String name, Instant time) {
        return new Occasion(kind, Optional.empty(), customer, name, time, "", "", Optional.empty());
    }

    public Occasion between(String from, String to) {
        return new Occasion(kind, strategy, customer, name, time, from, to, amount);
    }

    public Occasion worth(long minorUnits) {
        return new Occasion(kind, strategy, customer, name, time, from, to, Optional.of(minorUnits));
    }

    public Occasion onlyFor(UUID strategy) {
        return new Occasion(kind, Optional.of(strategy), customer, name, time, from, to, amount);
    }
}

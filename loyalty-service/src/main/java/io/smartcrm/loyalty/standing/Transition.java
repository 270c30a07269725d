package io.smartcrm.loyalty.standing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import java.time.Instant;
import java.util.UUID;

/** A customer's way from one state to the next. */
record Transition(UUID customer, LifecycleState.Name from, LifecycleState.Name to, Instant time) {
    Transition {
        requireNonNull(customer, "customer is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(time, "time is null");
    }
}

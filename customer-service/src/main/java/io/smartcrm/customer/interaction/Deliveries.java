package io.smartcrm.customer.interaction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was reported of a message to a customer.
 *
 * @param state the furthest one; never goes back
 * @param times of the first report of each state, in the order of the states
 */
public record Deliveries(DeliveryState state, Map<DeliveryState, Instant> times) {
    public Deliveries {
        requireNonNull(state, "state is null");
        times = Collections.unmodifiableMap(times.isEmpty() ? Map.of() : new EnumMap<>(times));
    }

    static Deliveries begin(DeliveryState state, Instant time) {
        return new Deliveries(state, Map.of(state, time));
    }

    /** With one more report; itself when that tells nothing new. */
    Deliveries report(DeliveryState reported, Instant time) {
        if (times.containsKey(reported)) {
            return this;
        }
        Map<DeliveryState, Instant> all = new EnumMap<>(DeliveryState.class);
        all.putAll(times);
        all.put(reported, time);
        return new Deliveries(reported.compareTo(state) > 0 ? reported : state, all);
    }
}

package io.smartcrm.loyalty.lifecycle;

import io.smartcrm.loyalty.lifecycle.LifecycleState.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often customers pass from one state to another, and how long they stay before. */
public final class TransitionRates {
    private final Map<Name, Map<Name, Passed>> passed = new EnumMap<>(Name.class);
    private final Map<Name, Long> staying = new EnumMap<>(Name.class);

    private static final class Passed {
        private long customers;
        private double days;
    }

    /**
     * A pair of states.
     *
     * @param share of all who left the first state
     * @param meanDays in the first state before
     */
    public record Rate(Name from, Name to, long customers, double share, double meanDays) {}

    public void add(Lifecycle lifecycle) {
        List<LifecycleState> states = lifecycle.states();
        for (int i = 1; i < states.size(); i++) {
            LifecycleState from = states.get(i - 1);
            LifecycleState to = states.get(i);
            Passed pair = passed.computeIfAbsent(from.name(), name -> new EnumMap<>(Name.class))
                    .computeIfAbsent(to.name(), name -> new Passed());
            pair.customers++;
            pair.days += days(from.since(), to.since());
        }
        staying.merge(lifecycle.current().name(), 1L, Long::sum);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }

    /** Pairs that nobody made are left out. */
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        passed.forEach((from, ways) -> {
            long left = ways.values().stream().mapToLong(way -> way.customers).sum();
            ways.forEach((to, way) -> rates.add(
                    new Rate(from, to, way.customers, (double) way.customers / left, way.days / way.customers)));
        });
        return rates;
    }

    /** How many are in a state now. */
    public long staying(Name state) {
        return staying.getOrDefault(state, 0L);
    }
}

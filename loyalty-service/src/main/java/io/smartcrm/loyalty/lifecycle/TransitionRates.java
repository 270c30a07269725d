package io.smartcrm.loyalty.lifecycle;

import io.smartcrm.loyalty.lifecycle.LifecycleState.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often customers pass from one state to another, how long they stay before, and how long it takes to leave a state.
 *
 * <p>With T(i) the days that all customers together were in state i, and n(i,j) how many passed from i to j, the rate from i
 * to j is n(i,j) / T(i) a day, and the expected time from entering i to the next state T(i) / sum over j of n(i,j). Stays
 * that still last count in T with the days so far: who has not left yet makes the expectation longer, where a mean of
 * finished stays alone would be too short. Both are the maximum likelihood of a Markov chain in continuous time whose
 * last stays are censored (Albert, Ann. Math. Stat. 33, 1962).
 */
public final class TransitionRates {
    private final Map<Name, Map<Name, Passed>> passed = new EnumMap<>(Name.class);
    private final Map<Name, Stayed> stayed = new EnumMap<>(Name.class);

    private static final class Passed {
        private long customers;
        private double days;
    }

    private static final class Stayed {
        private long left;
        private long staying;
        private double days;
    }

    /**
     * A pair of states.
     *
     * @param share of all who left the first state
     * @param meanDays in the first state before
     * @param perDay how many of those in the first state pass a day; empty when nobody was in it for any time
     */
    public record Rate(Name from, Name to, long customers, double share, double meanDays, OptionalDouble perDay) {}

    /**
     * A state.
     *
     * @param left how often it was left
     * @param staying how many are in it now
     * @param days that all together were in it so far
     */
    public record Stay(Name state, long left, long staying, double days) {
        /** From entering it to the next state; empty while nobody left it. */
        public OptionalDouble expectedDays() {
            return left == 0 ? OptionalDouble.empty() : OptionalDouble.of(days / left);
        }
    }

    /** @param asOf until when the current stay counts */
    public void add(Lifecycle lifecycle, Instant asOf) {
        List<LifecycleState> states = lifecycle.states();
        for (int i = 1; i < states.size(); i++) {
            LifecycleState from = states.get(i - 1);
            LifecycleState to = states.get(i);
            double days = days(from.since(), to.since());
            Passed pair = passed.computeIfAbsent(from.name(), name -> new EnumMap<>(Name.class))
                    .computeIfAbsent(to.name(), name -> new Passed());
            pair.customers++;
            pair.days += days;
            Stayed stay = stayed(from.name());
            stay.left++;
            stay.days += days;
        }
        LifecycleState current = lifecycle.current();
        Stayed stay = stayed(current.name());
        stay.staying++;
        stay.days += Math.max(0, days(current.since(), asOf));
    }

    private Stayed stayed(Name state) {
        return stayed.computeIfAbsent(state, name -> new Stayed());
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }

    /** Pairs that nobody made are left out. */
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        passed.forEach((from, ways) -> {
            Stayed stay = stayed(from);
            ways.forEach((to, way) -> rates.add(new Rate(
                    from,
                    to,
                    way.customers,
                    (double) way.customers / stay.left,
                    way.days / way.customers,
                    stay.days == 0 ? OptionalDouble.empty() : OptionalDouble.of(way.customers / stay.days))));
        });
        return rates;
    }

    /** States that nobody was in are left out. */
    public List<Stay> stays() {
        return stayed.entrySet().stream()
                .map(state -> {
                    Stayed stay = state.getValue();
                    return new Stay(state.getKey(), stay.left, stay.staying, stay.days);
                })
                .toList();
    }
}

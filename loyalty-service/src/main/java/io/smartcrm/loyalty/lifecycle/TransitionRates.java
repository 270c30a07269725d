package io.smartcrm.loyalty.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How often customers pass from one state to another, and how long they stay before. */
public final class TransitionRates {
    private static final int STATES = LifecycleState.Name.values().length;

    private final long[][] counts = new long[STATES][STATES];
    private final double[][] days = new double[STATES][STATES];
    private final long[] staying = new long[STATES];

    /**
     * A pair of states.
     *
     * @param share of all who left the first state
     * @param meanDays in the first state before
     */
    public record Rate(
            LifecycleState.Name from, LifecycleState.Name to, long customers, double share, double meanDays) {}

    public void add(Lifecycle lifecycle) {
        List<LifecycleState> states = lifecycle.states();
        for (int i = 1; i < states.size(); i++) {
            int from = states.get(i - 1).name().ordinal();
            int to = states.get(i).name().ordinal();
            counts[from][to]++;
            days[from][to] += days(states.get(i - 1).since(), states.get(i).since());
        }
        staying[lifecycle.current().name().ordinal()]++;
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }

    /** Pairs that nobody made are left out. */
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        LifecycleState.Name[] names = LifecycleState.Name.values();
        for (int from = 0; from < STATES; from++) {
            long left = 0;
            for (long count : counts[from]) {
                left += count;
            }
            for (int to = 0; to < STATES; to++) {
                if (counts[from][to] > 0) {
                    rates.add(new Rate(
                            names[from],
                            names[to],
                            counts[from][to],
                            (double) counts[from][to] / left,
                            days[from][to] / counts[from][to]));
                }
            }
        }
        return rates;
    }

    /** How many are in a state now. */
    public long staying(LifecycleState.Name state) {
        return staying[state.ordinal()];
    }
}

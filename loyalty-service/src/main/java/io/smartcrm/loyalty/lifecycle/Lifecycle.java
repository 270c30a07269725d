package io.smartcrm.loyalty.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states that a customer went through, by when purchases were made: the same purchases tell the same story. */
public record Lifecycle(List<LifecycleState> states) {
    public Lifecycle {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a customer without a state");
        }
    }

    /**
     * Lives again what happened.
     *
     * @param purchases in their order, at least one
     * @param now until when silence counts
     */
    public static Lifecycle of(List<Instant> purchases, Instant now, LifecycleRules rules) {
        List<LifecycleState> states = new ArrayList<>();
        LifecycleState state = new LifecycleState.Prospect(purchases.get(0));
        Instant last = purchases.get(0);
        for (int i = 0; i < purchases.size(); i++) {
            Instant time = purchases.get(i);
            state = i == 0 ? state : wait(states, state, last, time, rules);
            LifecycleState next = state.bought(time, i + 1, rules);
            if (!next.equals(state)) {
                states.add(next);
                state = next;
            }
            last = time;
        }
        wait(states, state, last, now, rules);
        return new Lifecycle(states);
    }

    private static LifecycleState wait(
            List<LifecycleState> states, LifecycleState from, Instant last, Instant until, LifecycleRules rules) {
        LifecycleState state = from;
        Optional<LifecycleState> next = state.silent(last, until, rules);
        while (next.isPresent()) {
            state = next.get();
            states.add(state);
            next = state.silent(last, until, rules);
        }
        return state;
    }

    public LifecycleState current() {
        return states.get(states.size() - 1);
    }
}

package io.smartcrm.loyalty.standing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.lifecycle.LifecycleRules;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a customer stands.
 *
 * @param known the state that was known before; empty at the first look
 * @param sales in their order
 */
record Standing(UUID customer, Optional<Known> known, List<Instant> sales) {
    /** A state, and since when. */
    record Known(LifecycleState.Name state, Instant since) {}

    Standing {
        requireNonNull(customer, "customer is null");
        sales = List.copyOf(sales);
    }

    /** After a look: what came since the last one. */
    record Looked(UUID customer, LifecycleState state, Optional<Instant> due, List<Transition> passed) {}

    /**
     * Looks at it as of a time. A first look tells of all states that began after what is history.
     *
     * @param history until when nobody wants to be told of states of before the first look
     */
    Looked look(Instant asOf, Instant history, LifecycleRules rules) {
        List<LifecycleState> states = Lifecycle.of(sales, asOf, rules).states();
        Instant after = known.map(Known::since).orElse(history);
        List<Transition> passed = new ArrayList<>();
        LifecycleState.Name from = LifecycleState.Name.PROSPECT;
        for (LifecycleState state : states) {
            if (state.since().isAfter(after)) {
                passed.add(new Transition(customer, from, state.name(), state.since()));
            }
            from = state.name();
        }
        LifecycleState current = states.get(states.size() - 1);
        return new Looked(customer, current, due(current, rules), passed);
    }

    private Optional<Instant> due(LifecycleState state, LifecycleRules rules) {
        Instant last = sales.get(sales.size() - 1);
        return switch (state.name()) {
            case LAPSED -> Optional.empty();
            case AT_RISK -> Optional.of(last.plus(rules.lapsed()));
            case PROSPECT, NEW, ACTIVE, LOYAL, WON_BACK -> Optional.of(last.plus(rules.atRisk()));
        };
    }
}

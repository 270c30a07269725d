package io.smartcrm.loyalty.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds strategies that would set each other off without end: what one does is what the next waits for. */
public final class LoopCheck {
    private LoopCheck() {}

    /** The names along a loop that no cap on decisions for one customer breaks; empty when there is none. */
    public static Optional<List<String>> find(List<Definition> active) {
        List<Definition> endless = active.stream()
                .filter(definition -> definition.limits().perCustomer() == 0)
                .toList();
        for (Definition start : endless) {
            Optional<List<String>> loop = from(start, start, endless, new ArrayList<>());
            if (loop.isPresent()) {
                return loop;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> from(
            Definition start, Definition at, List<Definition> endless, List<Definition> path) {
        path.add(at);
        for (Definition next : endless) {
            if (!setsOff(at, next)) {
                continue;
            }
            if (next.equals(start)) {
                return Optional.of(path.stream().map(Definition::name).toList());
            }
            if (!path.contains(next)) {
                Optional<List<String>> loop = from(start, next, endless, path);
                if (loop.isPresent()) {
                    return loop;
                }
            }
        }
        path.remove(path.size() - 1);
        return Optional.empty();
    }

    private static boolean setsOff(Definition one, Definition next) {
        return one.steps().stream().map(Definition.Step::action).anyMatch(action -> switch (action.kind()) {
            case POINTS -> next.trigger() instanceof Trigger.Crossing crossing && crossing.fact() == Fact.POINTS;
            case TASK -> next.trigger().kind() == Trigger.Kind.CASE_RATED;
            case VOUCHER, OFFER, PUBLISH, WEBHOOK, EMAIL -> false;
        });
    }
}

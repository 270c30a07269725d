package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.loyalty.strategy.Definition.Purpose;
import io.smartcrm.loyalty.strategy.Definition.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Definitions and candidates with defaults. */
public final class StrategyFixtures {
    private StrategyFixtures() {}

    /** Grants ten points for every order; nobody is held out. */
    public static Definition definition(String name) {
        return new Definition(
                name,
                "",
                Purpose.REWARD,
                new Trigger.Event(Trigger.Kind.ORDER_PLACED),
                Optional.empty(),
                List.of(),
                List.of(new Step(new Action.Points(10), 0)),
                Limits.NONE,
                0,
                0,
                30);
    }

    public static Definition with(Definition definition, Trigger trigger) {
        return copy(definition, trigger, definition.conditions(), definition.steps(), definition.limits(), 0, 0);
    }

    public static Definition with(Definition definition, Condition... conditions) {
        return copy(
                definition,
                definition.trigger(),
                List.of(conditions),
                definition.steps(),
                definition.limits(),
                definition.holdOut(),
                definition.priority());
    }

    public static Definition with(Definition definition, Action... actions) {
        List<Step> steps =
                List.of(actions).stream().map(action -> new Step(action, 0)).toList();
        return copy(
                definition,
                definition.trigger(),
                definition.conditions(),
                steps,
                definition.limits(),
                definition.holdOut(),
                definition.priority());
    }

    public static Definition with(Definition definition, Limits limits) {
        return copy(
                definition,
                definition.trigger(),
                definition.conditions(),
                definition.steps(),
                limits,
                definition.holdOut(),
                definition.priority());
    }

    public static Definition with(Definition definition, double holdOut, int priority) {
        return copy(
                definition,
                definition.trigger(),
                definition.conditions(),
                definition.steps(),
                definition.limits(),
                holdOut,
                priority);
    }

    private static Definition copy(
            Definition definition,
            Trigger trigger,
            List<Condition> conditions,
            List<Step> steps,
            Limits limits,
            double holdOut,
            int priority) {
        return new Definition(
                definition.name(),
                definition.description(),
                definition.purpose(),
                trigger,
                definition.audience(),
                conditions,
                steps,
                limits,
                holdOut,
                priority,
                definition.windowDays());
    }

    public static Limits cap(int perCustomer, int days) {
        return new Limits(perCustomer, days, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Candidate candidate(Facts facts) {
        return new Candidate(UUID.randomUUID(), facts, true, false, false, true, Candidate.History.NONE);
    }

    public static Facts facts(Map<Fact, Double> numbers) {
        return new Facts(numbers, Map.of());
    }

    static Candidate.History history(int own, int contacts, OptionalInt rival) {
        return new Candidate.History(own, contacts, rival);
    }
}

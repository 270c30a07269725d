package io.smartcrm.loyalty.strategy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a strategy is.
 *
 * @param audience a segment whose members alone are looked at; empty for all customers
 * @param steps in their order
 * @param holdOut share of the customers for whom nothing is done, so that one can see what difference it makes; 0 to 0.9
 * @param priority of strategies that want the same customer the higher goes first
 * @param windowDays after a decision, in which a purchase counts as a result
 */
public record Definition(
        String name,
        String description,
        Purpose purpose,
        Trigger trigger,
        Optional<UUID> audience,
        List<Condition> conditions,
        List<Step> steps,
        Limits limits,
        double holdOut,
        int priority,
        int windowDays) {
    /** What it is for. */
    public enum Purpose {
        REWARD,
        SERVICE,
        COMMUNICATION
    }

    /** @param costMinorUnits what doing it once costs the shop, beside points */
    public record Step(Action action, long costMinorUnits) {}

    /**
     * How far it may go.
     *
     * @param perCustomer most decisions for one customer in the days; 0 for any number
     * @param total most decisions over all; 0 for any number
     * @param consent the purpose that a customer must have agreed to; empty for none
     * @param exclusion strategies that keep out of each other's way; empty for none
     */
    public record Limits(
            int perCustomer,
            int days,
            long total,
            Optional<QuietHours> quietHours,
            Optional<String> consent,
            Optional<Exclusion> exclusion) {
        public static final Limits NONE = new Limits(0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param days for which a customer whom one of the group served is left alone by those with no higher priority */
    public record Exclusion(String group, int days) {}

    public Definition {
        requireNonNull(name, "name is null");
        requireNonNull(trigger, "trigger is null");
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
    }

    public boolean contacts() {
        return steps.stream().anyMatch(step -> step.action().contacts());
    }

    /** Whether customers are chosen by what is known of them, which they may object to. */
    public boolean byProfile() {
        return trigger.byProfile() || audience.isPresent() || !conditions.isEmpty();
    }

    /** The same with another priority. */
    Definition ranked(int newPriority) {
        return new Definition(
                name,
                description,
                purpose,
                trigger,
                audience,
                conditions,
                steps,
                limits,
                holdOut,
                newPriority,
                windowDays);
    }
}

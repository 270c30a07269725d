package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds definitions that contradict themselves before they do harm, or nothing. */
public final class DefinitionCheck {
    private static final int MAX_CONDITIONS = 20;
    private static final int MAX_STEPS = 5;
    private static final double MOST_HELD_OUT = 0.9;

    private final Definition definition;
    private final Map<Fact, Range> ranges = new EnumMap<>(Fact.class);
    private final Map<Fact, Set<String>> names = new EnumMap<>(Fact.class);
    private final Map<Fact, Set<String>> others = new EnumMap<>(Fact.class);

    private DefinitionCheck(Definition definition) {
        this.definition = definition;
    }

    /** @throws Refused naming the field */
    public static void check(Definition definition) {
        new DefinitionCheck(definition).check();
    }

    private void check() {
        requireRange("conditions", definition.conditions().size(), 0, MAX_CONDITIONS);
        requireRange("actions", definition.steps().size(), 1, MAX_STEPS);
        if (!(definition.holdOut() >= 0 && definition.holdOut() <= MOST_HELD_OUT)) {
            throw new Refused("holdOut", definition.holdOut() + " is not from 0 to " + MOST_HELD_OUT);
        }
        if (definition.contacts()
                && definition.limits().consent().isEmpty()
                && definition.purpose() != Definition.Purpose.SERVICE) {
            throw new Refused(
                    "limits.consent", "is missing: only a strategy for service may write to customers without");
        }
        checkVouchers();
        addTrigger();
        List<Condition> conditions = definition.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            add("conditions[" + i + "]", conditions.get(i));
        }
    }

    /** A letter can tell a voucher's code only after there is one. */
    private void checkVouchers() {
        boolean given = false;
        for (int i = 0; i < definition.steps().size(); i++) {
            Action action = definition.steps().get(i).action();
            given |= action instanceof Action.Voucher;
            if (!given && action instanceof Action.Email email && email.places().contains("voucher")) {
                throw new Refused("actions[" + i + "].email", "{{voucher}} needs an action before that gives one");
            }
        }
    }

    private static void requireRange(String field, int count, int least, int most) {
        if (count < least || count > most) {
            throw new Refused(field, "are " + count + ", not " + least + " to " + most);
        }
    }

    private void addTrigger() {
        if (definition.trigger() instanceof Crossing crossing) {
            boolean up = crossing.direction() == Crossing.Direction.UP;
            narrow(
                    "trigger.crossing",
                    Condition.of(crossing.fact(), up ? Operator.AT_LEAST : Operator.AT_MOST, crossing.threshold()));
        }
        if (definition.trigger() instanceof Trigger.Lifecycle lifecycle
                && !lifecycle.to().isEmpty()) {
            names.put(
                    Fact.LIFECYCLE,
                    new HashSet<>(lifecycle.to().stream().map(Enum::name).toList()));
        }
    }

    private void add(String field, Condition condition) {
        Fact fact = condition.fact();
        if (fact.isNumber() == condition.operator().ofNames()) {
            throw new Refused(
                    field + ".operator",
                    condition.operator() + " does not fit " + fact + ", which is a "
                            + (fact.isNumber() ? "number" : "name"));
        }
        if (fact == Fact.ORDER_AMOUNT && !ordered()) {
            throw new Refused(field + ".fact", "ORDER_AMOUNT is known only to a strategy that an order triggers");
        }
        if (fact.isNumber()) {
            if (!Double.isFinite(condition.number())) {
                throw new Refused(field + ".number", "is no number");
            }
            narrow(field, condition);
        } else {
            narrowNames(field, condition);
        }
    }

    private boolean ordered() {
        return definition.trigger().kind() == Trigger.Kind.ORDER_PLACED
                || definition.trigger().kind() == Trigger.Kind.REFUND_ISSUED;
    }

    /** Numbers that all conditions so far allow. */
    private record Range(double low, boolean lowOpen, double high, boolean highOpen) {
        static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

        Range and(Condition condition) {
            double number = condition.number();
            return switch (condition.operator()) {
                case AT_LEAST -> number > low ? new Range(number, false, high, highOpen) : this;
                case ABOVE -> number >= low ? new Range(number, true, high, highOpen) : this;
                case AT_MOST -> number < high ? new Range(low, lowOpen, number, false) : this;
                case BELOW -> number <= high ? new Range(low, lowOpen, number, true) : this;
                case EQUAL_TO ->
                    and(Condition.of(condition.fact(), Operator.AT_LEAST, number))
                            .and(Condition.of(condition.fact(), Operator.AT_MOST, number));
                case ONE_OF, NONE_OF -> this;
            };
        }

        boolean empty() {
            return low > high || (low == high && (lowOpen || highOpen));
        }
    }

    private void narrow(String field, Condition condition) {
        Range range = ranges.getOrDefault(condition.fact(), Range.ALL).and(condition);
        if (range.empty()) {
            throw contradiction(field, condition.fact());
        }
        ranges.put(condition.fact(), range);
    }

    private void narrowNames(String field, Condition condition) {
        Fact fact = condition.fact();
        if (condition.names().isEmpty()) {
            throw new Refused(field + ".names", "is empty");
        }
        List<String> known = fact.names();
        for (String name : condition.names()) {
            if (!known.isEmpty() && !known.contains(name)) {
                throw new Refused(field + ".names", "'" + name + "' is none of " + known);
            }
        }
        if (condition.operator() == Operator.NONE_OF) {
            others.computeIfAbsent(fact, unused -> new HashSet<>()).addAll(condition.names());
        } else {
            Set<String> allowed = new LinkedHashSet<>(condition.names());
            Optional.ofNullable(names.get(fact)).ifPresent(allowed::retainAll);
            names.put(fact, allowed);
        }
        Set<String> left = new HashSet<>(Optional.ofNullable(names.get(fact)).orElse(Set.copyOf(known)));
        left.removeAll(others.getOrDefault(fact, Set.of()));
        boolean open = known.isEmpty() && !names.containsKey(fact);
        if (left.isEmpty() && !open) {
            throw contradiction(field, fact);
        }
    }

    private static Refused contradiction(String field, Fact fact) {
        return new Refused(
                field,
                "contradicts the trigger or the other conditions on " + fact + ": no customer could fulfil both");
    }

    /** The same customers at the same time, told apart by nothing. */
    public static boolean rivals(Definition one, Definition other) {
        return one.priority() == other.priority()
                && one.trigger().equals(other.trigger())
                && one.audience().equals(other.audience())
                && new HashSet<>(one.conditions()).equals(new HashSet<>(other.conditions()))
                && one.limits().exclusion().isPresent()
                && one.limits()
                        .exclusion()
                        .map(Definition.Exclusion::group)
                        .equals(other.limits().exclusion().map(Definition.Exclusion::group));
    }
}

package io.smartcrm.loyalty.strategy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that must hold of a customer; what is not known of a customer does not hold.
 *
 * @param number what a number is compared with
 * @param names what a name is compared with
 */
public record Condition(Fact fact, Operator operator, double number, List<String> names) {
    /** How a fact is compared. */
    public enum Operator {
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW,
        EQUAL_TO,
        ONE_OF,
        NONE_OF;

        boolean ofNames() {
            return this == ONE_OF || this == NONE_OF;
        }
    }

    public Condition {
        requireNonNull(fact, "fact is null");
        requireNonNull(operator, "operator is null");
        names = List.copyOf(names);
    }

    public static Condition of(Fact fact, Operator operator, double number) {
        return new Condition(fact, operator, number, List.of());
    }

    public static Condition of(Fact fact, Operator operator, String... names) {
        return new Condition(fact, operator, 0, List.of(names));
    }

    boolean holds(Facts facts) {
        return switch (operator) {
            case AT_LEAST -> facts.number(fact).filter(value -> value >= number).isPresent();
            case AT_MOST -> facts.number(fact).filter(value -> value <= number).isPresent();
            case ABOVE -> facts.number(fact).filter(value -> value > number).isPresent();
            case BELOW -> facts.number(fact).filter(value -> value < number).isPresent();
            case EQUAL_TO -> facts.number(fact).filter(value -> value == number).isPresent();
            case ONE_OF -> facts.name(fact).filter(names::contains).isPresent();
            case NONE_OF ->
                facts.name(fact).filter(name -> !names.contains(name)).isPresent();
        };
    }
}

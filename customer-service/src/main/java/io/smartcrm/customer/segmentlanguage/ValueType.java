package io.smartcrm.customer.segmentlanguage;

import java.util.EnumSet;
import java.util.Set;

/** What a term's value is, and what may be asked of it. */
public enum ValueType {
    TEXT("a text", "a text in single quotes"),
    NUMBER("a number", "a number"),
    /** Of one currency: the one it is compared in. */
    AMOUNT("an amount", "an amount with its currency, such as 100 EUR"),
    TIME("a time", "a day such as '2026-01-31', or a time such as '2026-01-31T12:00:00Z'"),
    TRUTH("true or false", "true or false");

    private final String shown;
    private final String literal;

    ValueType(String shown, String literal) {
        this.shown = shown;
        this.literal = literal;
    }

    String shown() {
        return shown;
    }

    String literal() {
        return literal;
    }

    public Set<Operator> operators() {
        var operators = EnumSet.of(Operator.EQUAL, Operator.UNEQUAL);
        switch (this) {
            case TEXT -> operators.addAll(Set.of(Operator.IN, Operator.NOT_IN, Operator.STARTS_WITH));
            case NUMBER, AMOUNT -> {
                operators.addAll(EnumSet.range(Operator.LESS, Operator.AT_LEAST));
                operators.addAll(Set.of(Operator.IN, Operator.NOT_IN, Operator.BETWEEN));
            }
            case TIME -> {
                operators.addAll(EnumSet.range(Operator.LESS, Operator.AT_LEAST));
                operators.add(Operator.BETWEEN);
            }
            case TRUTH -> {}
        }
        if (this != AMOUNT) {
            operators.addAll(Set.of(Operator.KNOWN, Operator.UNKNOWN));
        }
        return operators;
    }
}

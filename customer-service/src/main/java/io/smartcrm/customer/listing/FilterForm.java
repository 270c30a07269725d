package io.smartcrm.customer.listing;

import java.util.Locale;

/** One filter that a list understands, e.g. {@code country = "DE"}; each list has an enum of them. */
public interface FilterForm {
    /** Of the enum's constant. */
    String name();

    /** What the constant is called, in camel case: {@code anonymousId} of ANONYMOUS_ID. */
    default String field() {
        var field = new StringBuilder();
        for (String word : name().split("_", -1)) {
            String small = word.toLowerCase(Locale.ROOT);
            field.append(field.isEmpty() ? small : word.charAt(0) + small.substring(1));
        }
        return field.toString();
    }

    default Operator operator() {
        return Operator.EQUALS;
    }

    /** A value to show in messages. */
    String example();

    /** How field and value are compared. */
    enum Operator {
        EQUALS("="),
        STARTS_WITH(":"),
        FROM(">="),
        BEFORE("<");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }

    /** The form as a caller writes it. */
    default String usage() {
        return field() + " " + operator().symbol() + " \"" + example() + "\"";
    }
}

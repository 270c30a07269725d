package io.smartcrm.customer.listing;

/** One filter that a list understands, e.g. {@code country = "DE"}; each list has an enum of them. */
public interface FilterForm {
    String field();

    Operator operator();

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

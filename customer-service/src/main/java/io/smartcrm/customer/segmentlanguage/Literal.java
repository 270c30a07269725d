package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A value as it is written in a segment. */
public sealed interface Literal {
    /** @param value may be a date as well: what it is compared with decides */
    record Text(String value) implements Literal {
        public Text {
            requireNonNull(value, "value is null");
        }

        static String quoted(String value) {
            return "'" + value.replace("'", "''") + "'";
        }

        @Override
        public String toString() {
            return quoted(value);
        }
    }

    record Numeral(BigDecimal value) implements Literal {
        public Numeral {
            requireNonNull(value, "value is null");
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** @param currency three capitals */
    record Amount(BigDecimal value, String currency) implements Literal {
        public Amount {
            requireNonNull(value, "value is null");
            requireNonNull(currency, "currency is null");
        }

        @Override
        public String toString() {
            return value.toPlainString() + " " + currency;
        }
    }

    record Truth(boolean value) implements Literal {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }
}

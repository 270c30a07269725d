package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

/** What narrows a term, as it is written in its parentheses. */
public sealed interface Argument {
    Position position();

    /** {@code last 90 days}. */
    record Last(Span span, Position position) implements Argument {
        public Last {
            requireNonNull(span, "span is null");
            requireNonNull(position, "position is null");
        }

        @Override
        public String toString() {
            return "last " + span;
        }
    }

    /** {@code channel 'web'}. */
    record Named(String name, Literal value, Position position) implements Argument {
        public Named {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
            requireNonNull(position, "position is null");
        }

        @Override
        public String toString() {
            return name + " " + value;
        }
    }

    /** {@code 'vip'}. */
    record Plain(Literal value, Position position) implements Argument {
        public Plain {
            requireNonNull(value, "value is null");
            requireNonNull(position, "position is null");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}

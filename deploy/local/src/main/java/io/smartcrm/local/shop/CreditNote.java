package io.smartcrm.local.shop;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Money given back for all or part of an order. */
public record CreditNote(String number, OffsetDateTime time, Reason reason, Sale sale, List<Returned> lines) {

    public CreditNote {
        lines = List.copyOf(lines);
    }

    /** Value in cents of EUR, positive. */
    public long total() {
        return lines.stream()
                .mapToLong(back -> back.quantity() * back.line().unitPrice())
                .sum();
    }

    /** Why the money went back. */
    public enum Reason {
        /** The whole order was called off before it was sent. */
        CANCELLATION,
        /** Some of the goods came back. */
        RETURN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Pieces of an order line that went back. */
    public record Returned(OrderLine line, int quantity) {
        public Returned {
            if (quantity < 1 || quantity > line.quantity()) {
                throw new IllegalArgumentException(
                        "Of " + line.quantity() + " pieces bought " + quantity + " cannot go back");
            }
        }
    }
}

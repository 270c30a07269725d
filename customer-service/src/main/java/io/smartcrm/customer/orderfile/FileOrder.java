package io.smartcrm.customer.orderfile;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order, or the lines of it that a part of a file holds.
 *
 * @param time of its earliest line
 * @param customerId in the mapping's namespace; empty for a guest
 * @param refundOf number of the order that this one gives back; empty when unknown
 */
public record FileOrder(
        String number,
        Kind kind,
        Instant time,
        String customerId,
        String country,
        String currency,
        String refundOf,
        List<Line> lines) {
    public FileOrder {
        requireNonNull(number, "number is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(time, "time is null");
        lines = List.copyOf(lines);
    }

    public enum Kind {
        SALE,
        /** Its number says credit note, or it names the order it gives back. */
        REFUND,
        /** Money booked without goods: its lines have negative prices. */
        ADJUSTMENT
    }

    /** @param line of the file */
    public record Line(long line, String productCode, BigDecimal quantity, BigDecimal unitPrice) {}
}

package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as another system tells it, or the part of its lines that was read so far.
 *
 * @param number unique in that system
 * @param customerId empty for a guest
 * @param orderTime kept to the microsecond, as the database does
 * @param refundOf number of the order that a refund gives back; empty when unknown
 */
public record OrderDraft(
        String number,
        OrderKind kind,
        Optional<UUID> customerId,
        Instant orderTime,
        String country,
        String currency,
        String refundOf,
        List<Line> lines) {
    public OrderDraft {
        requireNonNull(number, "number is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(customerId, "customerId is null");
        orderTime = orderTime.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(country, "country is null");
        requireNonNull(currency, "currency is null");
        requireNonNull(refundOf, "refundOf is null");
        lines = List.copyOf(lines);
    }

    /** @param source line of the file that told it */
    public record Line(long source, UUID productId, BigDecimal quantity, BigDecimal unitPrice) {
        boolean tells(OrderLine stored) {
            return productId.equals(stored.productId())
                    && quantity.compareTo(stored.quantity()) == 0
                    && unitPrice.compareTo(stored.unitPrice()) == 0;
        }
    }

    OrderDraft withLines(List<Line> kept) {
        return new OrderDraft(number, kind, customerId, orderTime, country, currency, refundOf, kept);
    }

    /** The lines after some that are known. */
    List<OrderLine> linesAfter(List<OrderLine> known) {
        List<OrderLine> all = new ArrayList<>(known.size() + lines.size());
        all.addAll(known);
        for (Line line : lines) {
            all.add(new OrderLine(all.size() + 1, line.productId, line.quantity, line.unitPrice));
        }
        return all;
    }

    /** Whether these lines stand in the stored ones from a position on. */
    boolean repeats(List<OrderLine> stored, int from) {
        if (from + lines.size() > stored.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).tells(stored.get(from + i))) {
                return false;
            }
        }
        return true;
    }
}

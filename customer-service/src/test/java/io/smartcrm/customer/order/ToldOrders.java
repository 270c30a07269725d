package io.smartcrm.customer.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A sale of 3 lamps at 10.00 less 3.00 with 5.13 tax, and shipping of 4.90: 37.03 EUR. */
final class ToldOrders {
    static final UUID LAMP = new UUID(7, 7);

    private ToldOrders() {}

    static ToldOrder sale(String number) {
        return order(number, OrderKind.SALE, "", "37.03", 0, line("3", "10", "3", "5.13", 0));
    }

    static ToldOrder refund(String number, String refundOf, ToldLine... lines) {
        return order(number, OrderKind.REFUND, refundOf, "", 0, lines);
    }

    static ToldOrder order(
            String number, OrderKind kind, String refundOf, String total, long sourceVersion, ToldLine... lines) {
        return new ToldOrder(
                number,
                kind,
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05Z"),
                "DE",
                "EUR",
                List.of(lines),
                kind == OrderKind.SALE ? new BigDecimal("4.90") : BigDecimal.ZERO,
                total.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(total)),
                "web",
                Optional.empty(),
                refundOf,
                sourceVersion);
    }

    static ToldOrder in(ToldOrder told, OrderState state) {
        return new ToldOrder(
                told.number(),
                told.kind(),
                told.customerId(),
                told.orderTime(),
                told.country(),
                told.currency(),
                told.lines(),
                told.shipping(),
                told.total(),
                told.channel(),
                Optional.of(state),
                told.refundOf(),
                told.sourceVersion());
    }

    static ToldLine line(String quantity, String unitPrice, String discount, String tax, int refundedLine) {
        return new ToldLine(
                Optional.of(LAMP),
                "",
                new BigDecimal(quantity),
                new BigDecimal(unitPrice),
                new BigDecimal(discount),
                new BigDecimal(tax),
                refundedLine);
    }
}

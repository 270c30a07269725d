package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order whose rows are being collected. */
final class OpenOrder {
    private final List<OrderRow> rows = new ArrayList<>();
    private final OrderRow first;
    private String customerId = "";
    private String country = "";
    private String refundOf = "";
    private Instant time;

    OpenOrder(OrderRow first) {
        this.first = first;
        this.time = first.time();
    }

    /** Takes the row, or tells what it contradicts. */
    Optional<RejectedRow> add(OrderRow row) {
        if (row.creditNote() != first.creditNote()) {
            return rejected(row, "refundOf", row.refundOf(), row.creditNote() ? "order" : "credit note");
        }
        if (!row.currency().equals(first.currency())) {
            return rejected(row, "currency", row.currency(), "order in " + first.currency());
        }
        if (contradicts(customerId, row.customerId())) {
            return rejected(row, "customerId", row.customerId(), "order of customer " + customerId);
        }
        if (contradicts(country, row.country())) {
            return rejected(row, "country", row.country(), "order to " + country);
        }
        if (contradicts(refundOf, row.refundOf())) {
            return rejected(row, "refundOf", row.refundOf(), "credit note for " + refundOf);
        }
        customerId = FileCustomer.first(customerId, row.customerId());
        country = FileCustomer.first(country, row.country());
        refundOf = FileCustomer.first(refundOf, row.refundOf());
        time = row.time().isBefore(time) ? row.time() : time;
        rows.add(row);
        return Optional.empty();
    }

    private static boolean contradicts(String known, String told) {
        return !known.isEmpty() && !told.isEmpty() && !known.equals(told);
    }

    private Optional<RejectedRow> rejected(OrderRow row, String field, String value, String whole) {
        return Optional.of(new RejectedRow(
                row.line(),
                field,
                value,
                "contradicts line " + first.line() + ", where " + first.orderNumber() + " is an " + whole));
    }

    /** Rows with a negative price among goods with a price: neither a sale nor an adjustment. */
    List<RejectedRow> dropNegativePrices() {
        if (rows.stream().noneMatch(row -> row.unitPrice().signum() < 0)
                || rows.stream().noneMatch(row -> row.unitPrice().signum() > 0)) {
            return List.of();
        }
        List<RejectedRow> dropped = rows.stream()
                .filter(row -> row.unitPrice().signum() < 0)
                .map(row -> new RejectedRow(
                        row.line(),
                        "unitPrice",
                        row.unitPrice().toPlainString(),
                        "is negative among priced goods; put a discount into the prices, or money booked without goods"
                                + " into an order of its own"))
                .toList();
        rows.removeIf(row -> row.unitPrice().signum() < 0);
        return dropped;
    }

    List<OrderRow> rows() {
        return rows;
    }

    FileOrder close() {
        return new FileOrder(
                first.orderNumber(),
                kind(),
                time,
                customerId,
                country,
                first.currency(),
                refundOf,
                rows.stream()
                        .map(row -> new FileOrder.Line(row.line(), row.productCode(), row.quantity(), row.unitPrice()))
                        .toList());
    }

    private FileOrder.Kind kind() {
        if (first.creditNote()) {
            return FileOrder.Kind.REFUND;
        }
        return rows.stream().anyMatch(row -> row.unitPrice().signum() < 0)
                ? FileOrder.Kind.ADJUSTMENT
                : FileOrder.Kind.SALE;
    }
}

package io.smartcrm.customer.order;

import io.smartcrm.customer.database.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes new orders by the thousand, the way that PostgreSQL takes them fastest. */
final class OrderCopy {
    private static final String COPY_ORDERS =
            "copy sales_order (" + OrderTable.COLUMNS + ", line_count) from stdin (format binary)";
    private static final String COPY_LINES =
            "copy order_line (order_id, line_number, product_id, quantity, unit_price) from stdin (format binary)";
    private static final String COPY_ORDERS_WITH_TERMS = "copy sales_order (" + OrderTable.COLUMNS + ", line_count"
            + OrderTable.TERMS + ") from stdin (format binary)";
    private static final String COPY_LINES_WITH_TERMS = "copy order_line (order_id, line_number, product_id, quantity,"
            + " unit_price, discount, tax, refunded_line_number) from stdin (format binary)";

    private OrderCopy() {}

    static void insert(Connection connection, List<StoredOrder> orders) throws SQLException {
        // What order files tell goes the shorter way.
        boolean plain = orders.stream().allMatch(stored -> stored.order().plain());
        try (var copy = new BinaryCopy(connection, plain ? COPY_ORDERS : COPY_ORDERS_WITH_TERMS)) {
            for (StoredOrder stored : orders) {
                write(copy, stored, plain);
            }
            copy.finish();
        }
        try (var copy = new BinaryCopy(connection, plain ? COPY_LINES : COPY_LINES_WITH_TERMS)) {
            for (StoredOrder stored : orders) {
                writeLines(copy, stored.order(), plain);
            }
            copy.finish();
        }
    }

    private static void write(BinaryCopy copy, StoredOrder stored, boolean plain) throws SQLException {
        Order order = stored.order();
        copy.row(plain ? 14 : 18)
                .uuid(order.id().value())
                .text(order.number())
                .text(order.kind().name())
                .uuid(order.customerId())
                .time(order.orderTime())
                .text(order.country())
                .text(order.total().currencyCode())
                .numeric(order.total().amount())
                .uuid(order.refundedOrder().map(OrderId::value))
                .bigint(order.version())
                .text(stored.refundOf())
                .uuid(stored.importId())
                .integer(stored.importedLines())
                .integer(order.lines().size());
        if (!plain) {
            copy.text(order.terms().state().name())
                    .text(order.terms().channel())
                    .numeric(order.terms().shipping())
                    .bigint(order.terms().sourceVersion());
        }
    }

    private static void writeLines(BinaryCopy copy, Order order, boolean plain) throws SQLException {
        for (OrderLine line : order.lines()) {
            copy.row(plain ? 5 : 8)
                    .uuid(order.id().value())
                    .integer(line.lineNumber())
                    .uuid(line.productId())
                    .numeric(line.quantity())
                    .numeric(line.unitPrice());
            if (!plain) {
                copy.numeric(line.discount()).numeric(line.tax()).integer(line.refundedLine());
            }
        }
    }
}

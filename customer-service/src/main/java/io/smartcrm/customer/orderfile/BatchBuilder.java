package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects rows into orders until a batch is full; joins lines of one order that stand apart. */
final class BatchBuilder {
    private final int size;
    private final Map<String, OpenOrder> orders = new LinkedHashMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private String lastNumber = "";
    private int rows;

    /** @param size rows after which the batch ends with the order it is at */
    BatchBuilder(int size) {
        this.size = size;
    }

    /** Whether the batch ends before this row. An endless order is cut; the store joins it again. */
    boolean endsBefore(Row row) {
        if (rows < size) {
            return false;
        }
        boolean withinOrder = row instanceof OrderRow next && next.orderNumber().equals(lastNumber);
        return !withinOrder || rows >= 2 * size;
    }

    void add(Row row) {
        rows++;
        if (row instanceof Row.Refused refused) {
            rejected.add(refused.reason());
        } else if (row instanceof OrderRow order) {
            lastNumber = order.orderNumber();
            orders.computeIfAbsent(lastNumber, any -> new OpenOrder(order))
                    .add(order)
                    .ifPresent(rejected::add);
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    Batch close(long endRow, long position) {
        List<FileOrder> closed = new ArrayList<>(orders.size());
        Map<String, FileCustomer> customers = new LinkedHashMap<>();
        Map<String, FileProduct> products = new LinkedHashMap<>();
        int accepted = 0;
        for (OpenOrder order : orders.values()) {
            rejected.addAll(order.dropNegativePrices());
            for (OrderRow row : order.rows()) {
                products.merge(row.productCode(), FileProduct.of(row), FileProduct::orElse);
                customer(row).ifPresent(customer -> customers.merge(customer.id(), customer, FileCustomer::orElse));
            }
            accepted += order.rows().size();
            closed.add(order.close());
        }
        rejected.sort((a, b) -> Long.compare(a.line(), b.line()));
        return new Batch(
                closed,
                List.copyOf(customers.values()),
                List.copyOf(products.values()),
                rejected,
                accepted,
                endRow,
                position);
    }

    private static Optional<FileCustomer> customer(OrderRow row) {
        return row.customerId().isEmpty() ? Optional.empty() : Optional.of(FileCustomer.of(row));
    }
}

package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.util.List;

/**
 * Orders that stood together in a file, stored as one.
 *
 * @param acceptedRows rows in its orders
 * @param endRow data rows of the file up to its end: where to go on
 * @param position bytes of the stored file that were read so far
 */
public record Batch(
        List<FileOrder> orders,
        List<FileCustomer> customers,
        List<FileProduct> products,
        List<RejectedRow> rejected,
        int acceptedRows,
        long endRow,
        long position) {
    public Batch {
        orders = List.copyOf(orders);
        customers = List.copyOf(customers);
        products = List.copyOf(products);
        rejected = List.copyOf(rejected);
    }
}

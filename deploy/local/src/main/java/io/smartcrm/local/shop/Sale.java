package io.smartcrm.local.shop;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An order.
 *
 * @param purchase how many purchases of the customer came before
 * @param channel web, app or store
 * @param lines one line a product
 */
public record Sale(
        String number, OffsetDateTime time, Person customer, int purchase, String channel, List<OrderLine> lines) {

    public Sale {
        lines = List.copyOf(lines);
    }

    /** Value in cents of EUR. */
    public long total() {
        return lines.stream().mapToLong(OrderLine::total).sum();
    }
}

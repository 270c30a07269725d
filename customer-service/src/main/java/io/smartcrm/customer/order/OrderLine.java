package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A product within an order.
 *
 * @param lineNumber from 1, in the order of the source
 * @param quantity negative in a refund
 * @param unitPrice in the currency of the order's total
 */
record OrderLine(int lineNumber, UUID productId, BigDecimal quantity, BigDecimal unitPrice) {
    OrderLine {
        requireNonNull(productId, "productId is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(unitPrice, "unitPrice is null");
        if (lineNumber < 1) {
            throw new IllegalArgumentException("line number " + lineNumber + " is not positive");
        }
    }
}

package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A product within an order.
 *
 * @param lineNumber from 1, in the order of the source
 * @param quantity negative in a refund
 * @param unitPrice in the currency of the order's total, as all amounts
 * @param discount taken off
 * @param tax added
 * @param refundedLine in a refund the line that is given back; 0 when nobody said
 */
record OrderLine(
        int lineNumber,
        UUID productId,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal tax,
        int refundedLine) {
    OrderLine {
        requireNonNull(productId, "productId is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(unitPrice, "unitPrice is null");
        requireNonNull(discount, "discount is null");
        requireNonNull(tax, "tax is null");
        if (lineNumber < 1) {
            throw new IllegalArgumentException("line number " + lineNumber + " is not positive");
        }
    }

    /** A line of which only pieces and price were told. */
    OrderLine(int lineNumber, UUID productId, BigDecimal quantity, BigDecimal unitPrice) {
        this(lineNumber, productId, quantity, unitPrice, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    BigDecimal amount() {
        BigDecimal price = quantity.multiply(unitPrice);
        return plain() ? price : price.subtract(discount).add(tax);
    }

    /** Whether it has nothing but pieces and price. */
    boolean plain() {
        return discount.signum() == 0 && tax.signum() == 0 && refundedLine == 0;
    }

    /** Whether the other says the same, however its numbers are written. */
    boolean sameAs(OrderLine other) {
        return productId.equals(other.productId)
                && refundedLine == other.refundedLine
                && quantity.compareTo(other.quantity) == 0
                && unitPrice.compareTo(other.unitPrice) == 0
                && discount.compareTo(other.discount) == 0
                && tax.compareTo(other.tax) == 0;
    }
}

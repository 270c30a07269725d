package io.smartcrm.customer.order;

import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A line as another system tells it.
 *
 * @param productId ours; empty when the product is told by its code
 * @param refundedLine in a refund the line that is given back; 0 when nobody said
 */
public record ToldLine(
        Optional<UUID> productId,
        String productCode,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        BigDecimal tax,
        int refundedLine) {
    BigDecimal amount() {
        return quantity.multiply(unitPrice).subtract(discount).add(tax);
    }

    OrderLine toLine(int lineNumber, UUID product) {
        return new OrderLine(lineNumber, product, quantity, unitPrice, discount, tax, refundedLine);
    }

    /** @throws Failure INVALID when this can be no line of such an order */
    void check(String path, OrderKind kind) {
        if (productId.isPresent() == !productCode.isEmpty()) {
            throw Failure.invalid(path + "productId", "give either it or the product's code");
        }
        if (productCode.codePointCount(0, productCode.length()) > 100) {
            throw Failure.invalid(path + "productCode", "is longer than 100 characters");
        }
        if (productCode.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(path + "productCode", "holds a control character, such as a line break");
        }
        if (refundedLine < 0 || (refundedLine > 0 && kind != OrderKind.REFUND)) {
            throw Failure.invalid(path + "refundedLineNumber", refundedLine + " is for lines of refunds, from 1");
        }
        switch (kind) {
            case SALE -> checkSale(path);
            case REFUND -> checkRefund(path);
            case ADJUSTMENT -> {}
        }
    }

    private void checkSale(String path) {
        if (quantity.signum() <= 0) {
            throw Failure.invalid(
                    path + "quantity",
                    quantity.toPlainString() + " is not above zero; what comes back" + " is a refund");
        }
        requireNotNegative(path + "unitPrice", unitPrice);
        requireNotNegative(path + "discount", discount);
        requireNotNegative(path + "tax", tax);
        if (quantity.multiply(unitPrice).compareTo(discount) < 0) {
            throw Failure.invalid(path + "discount", discount.toPlainString() + " is more than the line without it");
        }
    }

    private void checkRefund(String path) {
        if (quantity.signum() > 0) {
            throw Failure.invalid(
                    path + "quantity", quantity.toPlainString() + " is positive in a refund, which" + " gives back");
        }
        requireNotNegative(path + "unitPrice", unitPrice);
        if (amount().signum() > 0) {
            throw Failure.invalid(
                    path + "unitPrice",
                    "makes an amount of " + amount().toPlainString() + ", positive in a refund, which gives back");
        }
    }

    private static void requireNotNegative(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw Failure.invalid(field, amount.toPlainString() + " is negative");
        }
    }
}

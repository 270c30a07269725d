package io.smartcrm.customer.order;

import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What may still be given back of a sale: never more than was sold, line by line and in all. */
final class RefundLimit {
    private final Order sale;
    private final Map<Integer, Left> lines = new HashMap<>();
    private BigDecimal left;

    /** Pieces and money that are left of a line. */
    record Left(OrderLine line, BigDecimal quantity, BigDecimal amount) {
        Left minus(OrderLine refund) {
            return new Left(line, quantity.add(refund.quantity()), amount.add(refund.amount()));
        }

        boolean overdrawn() {
            return quantity.signum() < 0 || amount.signum() < 0;
        }
    }

    private RefundLimit(Order sale) {
        this.sale = sale;
        this.left = sale.total().amount();
        sale.lines().forEach(line -> lines.put(line.lineNumber(), new Left(line, line.quantity(), line.amount())));
    }

    /**
     * What is left after these refunds.
     *
     * @throws Failure UNPROCESSABLE when they are larger than their order, or of one that was cancelled
     */
    static RefundLimit of(Order sale, Collection<Order> refunds) {
        var limit = new RefundLimit(sale);
        refunds.forEach(limit::take);
        return limit;
    }

    List<Left> lines() {
        return sale.lines().stream().map(line -> left(line.lineNumber())).toList();
    }

    Left left(int lineNumber) {
        Left found = lines.get(lineNumber);
        if (found == null) {
            throw Failure.invalid(
                    "lines.lineNumber",
                    "order '" + sale.number() + "' has no line " + lineNumber + "; it has "
                            + sale.lines().size());
        }
        return found;
    }

    private void take(Order refund) {
        if (sale.kind() != OrderKind.SALE) {
            throw refused("NOT_REFUNDABLE", "order '" + sale.number() + "' is a " + sale.kind() + ", not a sale");
        }
        if (!sale.counts()) {
            throw refused("ORDER_CANCELLED", "order '" + sale.number() + "' was cancelled; nothing can be given back");
        }
        if (!refund.total().currencyCode().equals(sale.total().currencyCode())) {
            throw refused(
                    "REFUND_CURRENCY",
                    "refund '" + refund.number() + "' is in " + refund.total().currencyCode() + ", order '"
                            + sale.number() + "' in " + sale.total().currencyCode());
        }
        refund.lines().stream().filter(line -> line.refundedLine() > 0).forEach(line -> take(refund, line));
        BigDecimal before = left;
        left = left.add(refund.total().amount());
        if (left.signum() < 0) {
            throw refused(
                    "REFUND_EXCEEDS_ORDER",
                    "a refund larger than its order: '" + refund.number() + "' gives back "
                            + text(refund.total().amount()) + " "
                            + refund.total().currencyCode() + ", but of '"
                            + sale.number() + "' " + before.stripTrailingZeros().toPlainString() + " is left");
        }
    }

    private void take(Order refund, OrderLine line) {
        Left before = left(line.refundedLine());
        if (!line.productId().equals(before.line().productId())) {
            throw refused(
                    "REFUND_OF_OTHER_PRODUCT",
                    "line " + line.lineNumber() + " of refund '" + refund.number() + "' has another product than line "
                            + line.refundedLine() + " of order '" + sale.number() + "'");
        }
        Left after = before.minus(line);
        if (after.overdrawn()) {
            throw refused(
                    "REFUND_EXCEEDS_LINE",
                    "a refund larger than its order: '" + refund.number() + "' gives back " + text(line.quantity())
                            + " pieces and " + text(line.amount()) + " of line " + line.refundedLine() + " of '"
                            + sale.number() + "', but "
                            + before.quantity().stripTrailingZeros().toPlainString() + " pieces and "
                            + before.amount().stripTrailingZeros().toPlainString() + " are left");
        }
        lines.put(line.refundedLine(), after);
    }

    private static String text(BigDecimal negative) {
        return negative.negate().stripTrailingZeros().toPlainString();
    }

    private static Failure refused(String reason, String message) {
        return new Failure(Failure.Kind.UNPROCESSABLE, reason, message);
    }
}

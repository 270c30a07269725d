package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was sold, given back or corrected.
 *
 * @param number the order's number in the shop, unique; 1 to 100 characters
 * @param customerId empty for a guest
 * @param country at most 100 characters
 * @param total exact sum of the amounts of the lines, and shipping; negative for a refund
 * @param lines in the order of the source; left out in lists
 * @param refundedOrder the order that a refund gives back, when known
 * @param version from 1, grows with every correction
 */
record Order(
        OrderId id,
        String number,
        OrderKind kind,
        Optional<UUID> customerId,
        Instant orderTime,
        String country,
        Money total,
        List<OrderLine> lines,
        Optional<OrderId> refundedOrder,
        OrderTerms terms,
        long version) {
    private static final int MAX_NUMBER = 100;
    private static final int MAX_COUNTRY = 100;

    Order {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(orderTime, "orderTime is null");
        requireNonNull(total, "total is null");
        requireNonNull(refundedOrder, "refundedOrder is null");
        requireNonNull(terms, "terms is null");
        lines = List.copyOf(lines);
        if (number.isEmpty() || number.codePointCount(0, number.length()) > MAX_NUMBER) {
            throw new IllegalArgumentException("number is not 1 to " + MAX_NUMBER + " characters long");
        }
        if (country.codePointCount(0, country.length()) > MAX_COUNTRY) {
            throw new IllegalArgumentException("country is longer than " + MAX_COUNTRY + " characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is not positive");
        }
    }

    /** The exact sum of lines and shipping. */
    static BigDecimal sum(List<OrderLine> lines, OrderTerms terms) {
        BigDecimal total = terms.shipping();
        for (OrderLine line : lines) {
            total = total.add(line.amount());
        }
        return total;
    }

    /** Whether it counts in sums: a cancelled order never became one. */
    boolean counts() {
        return terms.state() != OrderState.CANCELLED;
    }

    /** Whether it is as an order file tells orders. */
    boolean plain() {
        return terms.equals(OrderTerms.PLAIN) && lines.stream().allMatch(OrderLine::plain);
    }

    /** Whether the other says the same of what was sold, to whom, when and on what terms. */
    boolean sameAs(Order other) {
        return kind == other.kind
                && customerId.equals(other.customerId)
                && orderTime.equals(other.orderTime)
                && country.equals(other.country)
                && total.currencyCode().equals(other.total.currencyCode())
                && terms.sameAs(other.terms)
                && sameLines(other.lines);
    }

    private boolean sameLines(List<OrderLine> others) {
        if (lines.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).sameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** This order after a change: in another state, of another customer or linked to what it gives back. */
    Order with(OrderTerms newTerms, Optional<UUID> customer, Optional<OrderId> refunded, long newVersion) {
        return new Order(id, number, kind, customer, orderTime, country, total, lines, refunded, newTerms, newVersion);
    }
}

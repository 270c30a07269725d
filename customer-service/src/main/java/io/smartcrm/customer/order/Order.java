package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
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
 * @param total exact sum of the lines; negative for a refund
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
}

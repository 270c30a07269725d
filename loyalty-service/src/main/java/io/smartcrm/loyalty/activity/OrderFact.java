package io.smartcrm.loyalty.activity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of an order, as far as loyalty cares.
 *
 * @param customerId empty for a guest
 * @param currencyCode ISO 4217, upper case
 * @param minorUnits the order's total; negative for a refund
 * @param refundedOrderId empty for what is no refund, or a refund that names no order
 */
record OrderFact(
        UUID orderId,
        long version,
        Optional<UUID> customerId,
        Kind kind,
        Instant orderTime,
        String currencyCode,
        long minorUnits,
        Optional<UUID> refundedOrderId) {
    /** Sales count and are spent, refunds are given back, adjustments are neither. */
    enum Kind {
        SALE,
        REFUND,
        ADJUSTMENT
    }

    OrderFact {
        requireNonNull(orderId, "orderId is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(orderTime, "orderTime is null");
        if (!currencyCode.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "order " + orderId + " has currency '" + currencyCode + "', expected a code like EUR");
        }
    }

    /** The same order without the customer, who was erased. */
    OrderFact ofNobody() {
        return new OrderFact(
                orderId, version, Optional.empty(), kind, orderTime, currencyCode, minorUnits, refundedOrderId);
    }

    /** The highest version of each order; of equal versions the first. */
    static Collection<OrderFact> latestVersions(List<OrderFact> facts) {
        Map<UUID, OrderFact> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(
                fact.orderId(), fact, (known, other) -> other.version() > known.version() ? other : known));
        return latest.values();
    }
}

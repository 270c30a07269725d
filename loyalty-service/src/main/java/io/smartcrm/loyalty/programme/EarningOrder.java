package io.smartcrm.loyalty.programme;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.earning.Purchase;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of an order.
 *
 * @param refunded the order that a refund gives back, when known
 */
record EarningOrder(
        UUID id,
        long version,
        Optional<UUID> customer,
        Kind kind,
        Instant time,
        String currencyCode,
        long minorUnits,
        Optional<UUID> refunded,
        String channel,
        List<Purchase.Line> lines) {
    enum Kind {
        SALE,
        REFUND,
        /** A correction, or a sale that was cancelled. */
        NOTHING
    }

    EarningOrder {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(time, "time is null");
        lines = List.copyOf(lines);
    }

    Purchase purchase() {
        return new Purchase(time, currencyCode, minorUnits, lines, channel, Purchase.Buyer.NEW);
    }

    /** The highest version of each. */
    static Collection<EarningOrder> latestVersions(List<EarningOrder> orders) {
        Map<UUID, EarningOrder> latest = new LinkedHashMap<>();
        orders.forEach(order ->
                latest.merge(order.id(), order, (known, other) -> other.version() > known.version() ? other : known));
        return latest.values();
    }
}

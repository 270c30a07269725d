package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One version of an order, as far as demand cares.
 *
 * @param day when it was placed, UTC
 * @param customerId whose it is; empty for a guest
 * @param country where it was ordered from; empty if nobody said
 * @param channel by what way; empty if nobody said
 * @param quantities pieces of each product, negative in a refund
 */
record OrderFact(
        UUID orderId,
        long version,
        Kind kind,
        LocalDate day,
        String customerId,
        String country,
        String channel,
        SortedMap<UUID, BigDecimal> quantities) {
    /** More digits than any shop counts by, few enough for arithmetic. */
    private static final int MOST_DIGITS = 20;

    /** Sales are demand, refunds are counted beside it, adjustments move money only. */
    enum Kind {
        SALE,
        REFUND,
        ADJUSTMENT
    }

    OrderFact {
        requireNonNull(orderId, "orderId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(day, "day is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(country, "country is null");
        requireNonNull(channel, "channel is null");
        quantities = new TreeMap<>(quantities);
    }

    /**
     * Reads a decimal. Text such as 1e999999999 is short but would be long as a number: it is refused before any sum.
     *
     * @throws IllegalArgumentException if it is no decimal or has too many digits
     */
    static BigDecimal quantity(String text) {
        BigDecimal quantity = new BigDecimal(text);
        if (quantity.precision() > MOST_DIGITS || Math.abs((long) quantity.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("quantity '" + text + "' has more than " + MOST_DIGITS + " digits");
        }
        return quantity;
    }

    /** The same order of somebody whom nobody knows any more. */
    OrderFact ofGuest() {
        return new OrderFact(orderId, version, kind, day, "", country, channel, quantities);
    }

    /** The highest version of each order; of equal versions the first. */
    static Collection<OrderFact> latestVersions(List<OrderFact> facts) {
        Map<UUID, OrderFact> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(
                fact.orderId(), fact, (known, other) -> other.version() > known.version() ? other : known));
        return latest.values();
    }
}

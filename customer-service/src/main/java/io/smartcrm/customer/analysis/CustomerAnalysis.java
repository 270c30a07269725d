package io.smartcrm.customer.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a customer buys.
 *
 * @param preferences at most five of a kind, greatest share first
 * @param figures those that the facts suffice for
 * @param baskets one for each currency, the most frequent first
 */
public record CustomerAnalysis(
        UUID customer,
        int orders,
        Instant firstOrder,
        Instant lastOrder,
        Map<Kind, List<Preference>> preferences,
        Map<Figure, Double> figures,
        List<Basket> baskets,
        Instant computed) {
    public CustomerAnalysis {
        requireNonNull(customer, "customer is null");
        requireNonNull(firstOrder, "firstOrder is null");
        requireNonNull(lastOrder, "lastOrder is null");
        preferences = Map.copyOf(preferences);
        figures = Map.copyOf(figures);
        baskets = List.copyOf(baskets);
        requireNonNull(computed, "computed is null");
    }

    /** What can be preferred. */
    public enum Kind {
        CATEGORY,
        BRAND,
        CHANNEL,
        /** 1 is Monday. */
        WEEKDAY,
        /** 00 to 23, UTC. */
        HOUR
    }

    /** @param share 0 to 1 */
    public record Preference(String name, double share) {}

    /** One number about a customer; a column of the same name. */
    public enum Figure {
        PRICE_LEVEL,
        CADENCE_DAYS,
        CADENCE_CHANGE,
        LINES_PER_ORDER,
        PIECES_PER_ORDER,
        DISCOUNT_SHARE,
        REFUND_RATE,
        REFUNDED_SHARE,
        CASE_SENTIMENT
    }

    /** @param mean exact decimal */
    public record Basket(String currency, String mean, int orders) {}

    List<Preference> preferred(Kind kind) {
        return preferences.getOrDefault(kind, List.of());
    }
}

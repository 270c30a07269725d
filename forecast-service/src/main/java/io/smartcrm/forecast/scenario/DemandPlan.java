package io.smartcrm.forecast.scenario;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Prices and promotions, past and to come.
 *
 * @param prices by the first day on which they hold; the first one holds before that, too
 */
record DemandPlan(NavigableMap<LocalDate, Double> prices, List<Promotion> promotions) {
    /** Days on which something was promoted, the last one included. */
    record Promotion(LocalDate first, LocalDate last) {
        Promotion {
            requireNonNull(first, "first is null");
            requireNonNull(last, "last is null");
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    DemandPlan {
        prices = new TreeMap<>(prices);
        promotions = List.copyOf(promotions);
    }

    double price(LocalDate day) {
        Map.Entry<LocalDate, Double> holding = prices.floorEntry(day);
        return holding == null ? prices.firstEntry().getValue() : holding.getValue();
    }

    boolean isPromoted(LocalDate day) {
        return promotions.stream().anyMatch(promotion -> promotion.holds(day));
    }
}

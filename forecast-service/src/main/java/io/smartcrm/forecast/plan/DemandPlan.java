package io.smartcrm.forecast.plan;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Regressor;
import io.smartcrm.forecast.series.DemandHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Prices and promotions, past and to come.
 *
 * @param prices by the first day on which they hold; the first one holds before that, too
 */
public record DemandPlan(NavigableMap<LocalDate, Double> prices, List<Promotion> promotions) {
    public static final DemandPlan NOTHING = new DemandPlan(new TreeMap<>(), List.of());

    /** Days on which something was promoted, the last one included. */
    public record Promotion(LocalDate first, LocalDate last) {
        public Promotion {
            requireNonNull(first, "first is null");
            requireNonNull(last, "last is null");
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public DemandPlan {
        prices = new TreeMap<>(prices);
        promotions = List.copyOf(promotions);
    }

    public double price(LocalDate day) {
        Map.Entry<LocalDate, Double> holding = prices.floorEntry(day);
        return holding == null ? prices.firstEntry().getValue() : holding.getValue();
    }

    public boolean isPromoted(LocalDate day) {
        return promotions.stream().anyMatch(promotion -> promotion.holds(day));
    }

    /** Both together; of two prices from the same day on that of the other. */
    public DemandPlan and(DemandPlan other) {
        NavigableMap<LocalDate, Double> allPrices = new TreeMap<>(prices);
        allPrices.putAll(other.prices);
        List<Promotion> allPromotions = new ArrayList<>(promotions);
        other.promotions.stream()
                .filter(promotion -> !promotions.contains(promotion))
                .forEach(allPromotions::add);
        return new DemandPlan(allPrices, allPromotions);
    }

    /**
     * What forecasts of a history have to know of it.
     *
     * @param horizon steps ahead
     */
    public KnownEvents events(DemandHistory history, int horizon) {
        int steps = history.steps() + horizon;
        List<Regressor> regressors = new ArrayList<>();
        if (!prices.isEmpty()) {
            regressors.add(Regressor.price(history.perStep(steps, this::price)));
        }
        if (!promotions.isEmpty()) {
            regressors.add(Regressor.promotion(history.perStep(steps, day -> isPromoted(day) ? 1 : 0)));
        }
        return new KnownEvents(regressors);
    }
}

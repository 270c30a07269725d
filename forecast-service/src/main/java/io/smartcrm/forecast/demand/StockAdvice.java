package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.demand.DemandQuestion.StockWish;
import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.StockDecision;

/** How much to have in stock, and by which method that was found. */
public record StockAdvice(StockWish wish, Method method, StockDecision decision) {
    public StockAdvice {
        requireNonNull(wish, "wish is null");
        requireNonNull(method, "method is null");
        requireNonNull(decision, "decision is null");
    }

    static StockAdvice of(StockWish wish, Method method, KnownEvents events, double[] sold, int season) {
        return new StockAdvice(
                wish,
                method,
                StockDecision.of(method.forecaster(events), sold, season, wish.leadTime(), wish.serviceLevel()));
    }
}

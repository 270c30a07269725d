package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to know about coming demand.
 *
 * @param horizon steps ahead
 * @param methods each once; none to have one chosen for the series
 */
public record DemandQuestion(
        DemandScope scope, DemandStep step, int horizon, List<Method> methods, Optional<StockWish> stock) {
    /**
     * How well to be stocked.
     *
     * @param leadTime steps the stock must last
     * @param serviceLevel probability of serving all demand, strictly between 0 and 1
     */
    public record StockWish(int leadTime, double serviceLevel) {}

    public DemandQuestion {
        requireNonNull(scope, "scope is null");
        requireNonNull(step, "step is null");
        requireNonNull(stock, "stock is null");
        methods = List.copyOf(methods);
    }
}

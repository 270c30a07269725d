package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.util.List;

/**
 * What one method's forecasts from several origins of a series came to.
 *
 * @param errors pooled over origins and steps
 * @param intervals one for each level asked for, pooled alike
 * @param mase mean over the origins, each scaled by the one-step changes of the history before it; NaN if that never
 *     moved
 * @param rmsse likewise
 */
public record Backtest(Method method, Errors errors, List<IntervalErrors> intervals, double mase, double rmsse) {
    public Backtest {
        requireNonNull(method, "method is null");
        requireNonNull(errors, "errors is null");
        intervals = List.copyOf(intervals);
    }
}

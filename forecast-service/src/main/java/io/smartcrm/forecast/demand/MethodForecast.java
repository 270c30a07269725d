package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Interval;
import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one method expects.
 *
 * @param seasonLength steps after which the demand is taken to repeat itself; 1 for none
 * @param backtest how it did in the past; empty when the series is too short to look back
 */
public record MethodForecast(
        Method method, boolean recommended, int seasonLength, List<StepForecast> steps, Optional<Backtest> backtest) {
    static final double[] LEVELS = {0.8, 0.95};

    public MethodForecast {
        requireNonNull(method, "method is null");
        requireNonNull(backtest, "backtest is null");
        steps = List.copyOf(steps);
    }

    static MethodForecast of(
            Method method,
            boolean recommended,
            int seasonLength,
            DemandHistory history,
            KnownEvents events,
            int horizon,
            Optional<Backtest> backtest) {
        Forecast forecast = method.forecaster(events)
                .forecast(history.values(), seasonLength, horizon, LEVELS)
                .nonNegative();
        List<StepForecast> steps = IntStream.rangeClosed(1, horizon)
                .mapToObj(step -> step(history, forecast, step))
                .toList();
        return new MethodForecast(method, recommended, seasonLength, steps, backtest);
    }

    private static StepForecast step(DemandHistory history, Forecast forecast, int step) {
        Interval inner = forecast.interval(LEVELS[0]);
        Interval outer = forecast.interval(LEVELS[1]);
        return new StepForecast(
                history.start(history.steps() + step - 1),
                forecast.mean(step),
                inner.lower(step),
                inner.upper(step),
                outer.lower(step),
                outer.upper(step));
    }
}

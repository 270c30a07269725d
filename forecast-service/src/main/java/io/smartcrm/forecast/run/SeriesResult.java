package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Interval;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.series.DemandHistory;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a run expects of one series, a number a week.
 *
 * @param base expected values before they were made to add up
 */
record SeriesResult(
        SeriesKey key,
        Method method,
        List<Double> base,
        List<Double> mean,
        List<Double> lower80,
        List<Double> upper80,
        List<Double> lower95,
        List<Double> upper95) {
    private static final double[] LEVELS = {0.8, 0.95};

    SeriesResult {
        requireNonNull(key, "key is null");
        requireNonNull(method, "method is null");
        base = List.copyOf(base);
        mean = List.copyOf(mean);
        lower80 = List.copyOf(lower80);
        upper80 = List.copyOf(upper80);
        lower95 = List.copyOf(lower95);
        upper95 = List.copyOf(upper95);
    }

    /** @param history by week, from the first week with a sale on */
    static SeriesResult of(SeriesKey key, DemandHistory history, DemandPlan plan, RunWish wish) {
        int season = history.step().season();
        int period = history.steps() >= 2 * season ? season : 1;
        Forecast forecast = wish.method()
                .forecaster(plan.events(history, wish.horizon()))
                .forecast(history.values(), period, wish.horizon(), LEVELS)
                .nonNegative();
        Interval inner = forecast.interval(LEVELS[0]);
        Interval outer = forecast.interval(LEVELS[1]);
        List<Double> mean = list(forecast.mean());
        return new SeriesResult(
                key,
                wish.method(),
                mean,
                mean,
                list(inner.lower()),
                list(inner.upper()),
                list(outer.lower()),
                list(outer.upper()));
    }

    /** The same with other expected values; intervals keep their width where they can, and stay above zero. */
    SeriesResult with(double[] coherent) {
        return new SeriesResult(
                key,
                method,
                base,
                list(coherent),
                moved(lower80, coherent),
                moved(upper80, coherent),
                moved(lower95, coherent),
                moved(upper95, coherent));
    }

    private List<Double> moved(List<Double> bounds, double[] coherent) {
        return IntStream.range(0, coherent.length)
                .mapToObj(week -> Math.max(0, bounds.get(week) + coherent[week] - mean.get(week)))
                .toList();
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}

package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.accuracy.Comparison;
import io.smartcrm.forecast.accuracy.Comparison.Ranked;
import io.smartcrm.forecast.accuracy.RollingOrigin;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.WeeklyDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A weekly series, what the methods make of it, and which of them to trust.
 *
 * @param forecasts one a method, the recommended one first
 * @param origins past forecasts of each method that were looked at; 0 if the series is too short
 * @param explanation which method and why, in words
 */
public record DemandForecast(
        DemandScope scope, WeeklyDemand history, List<MethodForecast> forecasts, int origins, String explanation) {
    private static final int WEEKS_IN_A_YEAR = 52;

    public DemandForecast {
        requireNonNull(scope, "scope is null");
        requireNonNull(history, "history is null");
        requireNonNull(explanation, "explanation is null");
        forecasts = List.copyOf(forecasts);
    }

    /**
     * Forecasts by each method and looks back how they did.
     *
     * @param history at least one week
     * @param horizon weeks ahead
     * @param methods at least one, each once
     */
    static DemandForecast of(DemandScope scope, WeeklyDemand history, int horizon, List<Method> methods) {
        int season = seasonLength(history.weeks());
        Comparison comparison =
                RollingOrigin.of(season, horizon, true).compare(history.values(), methods, MethodForecast.LEVELS);
        Recommendation recommendation = Recommendation.of(comparison, methods, season > 1);
        List<MethodForecast> forecasts = new ArrayList<>();
        for (Method method : recommendation.order()) {
            boolean recommended = method == recommendation.method();
            forecasts.add(
                    MethodForecast.of(method, recommended, season, history, horizon, backtest(comparison, method)));
        }
        int origins = comparison instanceof Ranked ranked ? ranked.origins() : 0;
        return new DemandForecast(scope, history, forecasts, origins, recommendation.explanation());
    }

    /** A year, once it was seen twice: before, one odd week would be taken for a season. */
    private static int seasonLength(int weeks) {
        return weeks >= 2 * WEEKS_IN_A_YEAR ? WEEKS_IN_A_YEAR : 1;
    }

    private static Optional<Backtest> backtest(Comparison comparison, Method method) {
        if (comparison instanceof Ranked ranked) {
            return ranked.backtests().stream()
                    .filter(backtest -> backtest.method() == method)
                    .findFirst();
        }
        return Optional.empty();
    }
}

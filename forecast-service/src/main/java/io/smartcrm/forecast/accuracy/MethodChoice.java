package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The method for one series, chosen by what the methods fit for it would have forecast in the past. The default keeps its
 * place unless another is clearly better than all others, because the best of many by chance is not the best next time.
 *
 * @param comparison with the candidates' errors; {@link Method#NAIVE} is always among them
 */
public record MethodChoice(Method method, Comparison comparison, SeriesProfile profile) {
    /** On more values the search for a seasonal ARIMA, repeated from every origin, takes too long for an answer. */
    private static final int LONGEST_SEASONAL_SEARCH = 300;

    /** On longer histories the default, which holds the same methods, knows better how to weigh them. */
    private static final int LONGEST_FOR_MEDIAN = 100;

    public MethodChoice {
        requireNonNull(method, "method is null");
        requireNonNull(comparison, "comparison is null");
        requireNonNull(profile, "profile is null");
    }

    /**
     * Chooses for a series.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones, at least one known
     * @param past how to look back
     */
    public static MethodChoice of(double[] series, RollingOrigin past) {
        SeriesProfile profile = SeriesProfile.of(series, past.period());
        boolean rare =
                profile.demand().isIntermittent() && Arrays.stream(series).noneMatch(value -> value < 0);
        Comparison comparison = past.compare(series, candidates(rare, past.period() > 1, series.length));
        return new MethodChoice(chosen(comparison), comparison, profile);
    }

    /** What is worth trying on series of that kind, the default first. */
    static List<Method> candidates(boolean rare, boolean seasonal, int length) {
        List<Method> methods = new ArrayList<>(List.of(Method.byDefault(), Method.NAIVE));
        methods.addAll(
                rare
                        ? List.of(Method.MA, Method.SES, Method.CROSTON, Method.SBA, Method.TSB, Method.ADIDA)
                        : List.of(Method.THETA, Method.ETS, Method.ARIMA, Method.AR, Method.LINEAR));
        if (!rare && length <= LONGEST_FOR_MEDIAN) {
            methods.add(Method.MEDIAN);
        }
        if (seasonal && length > LONGEST_SEASONAL_SEARCH) {
            methods.remove(Method.ARIMA);
        }
        if (seasonal) {
            methods.add(Method.SNAIVE);
            methods.add(Method.STL);
        }
        return List.copyOf(methods);
    }

    private static Method chosen(Comparison comparison) {
        if (comparison instanceof Comparison.Ranked ranked) {
            return ranked.clear() ? ranked.best().method() : Method.byDefault();
        }
        return Method.byDefault();
    }

    /** Why, in sentences with numbers, for people who do not forecast for a living. */
    public String explanation() {
        String kind = profile.explanation();
        if (comparison instanceof Comparison.Ranked ranked) {
            return kind + " " + explanation(ranked);
        }
        Comparison.TooShort tooShort = (Comparison.TooShort) comparison;
        return "%s With %d known steps there is nothing to look back on (that takes %d), so %s forecasts unseen."
                .formatted(kind, tooShort.observations(), tooShort.needed(), method.id());
    }

    private String explanation(Comparison.Ranked ranked) {
        double naive = ranked.error(Method.NAIVE);
        String errors = ranked.backtests().stream()
                .map(backtest -> backtest.method().id() + " " + relative(ranked.error(backtest.method()), naive))
                .collect(Collectors.joining(", "));
        String verdict = method == ranked.best().method()
                ? "%s did best and forecasts.".formatted(method.id())
                : "%s did best, but others too nearly as well to tell, so %s forecasts."
                        .formatted(ranked.best().method().id(), method.id());
        return "From %d origins, %d steps ahead each, the %s was %s; naive had %s. %s"
                .formatted(
                        ranked.origins(),
                        ranked.horizon(),
                        ranked.measure() == Comparison.Measure.MAE
                                ? "mean absolute error beside that of naive"
                                : "root mean squared error beside that of naive",
                        errors,
                        number(naive),
                        verdict);
    }

    private static String relative(double error, double naive) {
        return naive > 0 ? number(error / naive) : number(error);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}

package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The method for one series, chosen by what the methods fit for it would have forecast in the past. The champion keeps its
 * place unless another is clearly better than all others, because the best of many by chance is not the best next time.
 *
 * @param methods it was chosen from
 * @param comparison with the candidates' errors; {@link Method#NAIVE} is always among them
 */
public record MethodChoice(MethodSet methods, Method method, Comparison comparison, SeriesProfile profile) {
    public MethodChoice {
        requireNonNull(methods, "methods is null");
        requireNonNull(method, "method is null");
        requireNonNull(comparison, "comparison is null");
        requireNonNull(profile, "profile is null");
    }

    /**
     * Chooses for a series.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones, at least one known
     * @param past how to look back
     * @param methods to choose from
     */
    public static MethodChoice of(double[] series, RollingOrigin past, MethodSet methods) {
        return of(series, past, methods, KnownEvents.NONE);
    }

    /** Chooses for a series of which something is known beforehand. */
    public static MethodChoice of(double[] series, RollingOrigin past, MethodSet methods, KnownEvents events) {
        SeriesProfile profile = SeriesProfile.of(series, past.period());
        boolean rare =
                profile.demand().isIntermittent() && Arrays.stream(series).noneMatch(value -> value < 0);
        Comparison comparison =
                past.compare(series, methods.candidates(rare, past.period() > 1, series.length), events);
        return new MethodChoice(methods, chosen(methods, comparison), comparison, profile);
    }

    private static Method chosen(MethodSet methods, Comparison comparison) {
        return comparison instanceof Comparison.Ranked ranked && ranked.clear()
                ? ranked.best().method()
                : methods.champion();
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

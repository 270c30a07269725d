package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.accuracy.Comparison;
import io.smartcrm.forecast.accuracy.Comparison.Ranked;
import io.smartcrm.forecast.accuracy.MethodChoice;
import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.accuracy.RollingOrigin;
import io.smartcrm.forecast.accuracy.SeriesProfile;
import io.smartcrm.forecast.demand.DemandQuestion.StockWish;
import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A series, what the methods make of it, and which of them to trust.
 *
 * @param forecasts one a method, the recommended one first
 * @param origins past forecasts of each method that were looked at; 0 if the series is too short
 * @param explanation which method and why, in words
 * @param choice how the method was chosen; empty if the methods were named
 */
public record DemandForecast(
        DemandHistory history,
        List<MethodForecast> forecasts,
        int origins,
        String explanation,
        SeriesProfile profile,
        Optional<MethodChoice> choice,
        Optional<StockAdvice> stock) {
    public DemandForecast {
        requireNonNull(history, "history is null");
        requireNonNull(explanation, "explanation is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(choice, "choice is null");
        requireNonNull(stock, "stock is null");
        forecasts = List.copyOf(forecasts);
    }

    /**
     * Forecasts by the methods asked for, or by the one that suits the series, and looks back how they did.
     *
     * @param history at least one step
     */
    static DemandForecast of(DemandQuestion question, DemandHistory history, ForecastBasis basis) {
        MethodSet methods = basis.methods();
        int longest = Math.max(
                question.horizon(), question.stock().map(StockWish::leadTime).orElse(0));
        KnownEvents events = basis.plan().events(history, longest);
        RollingOrigin past = RollingOrigin.of(seasonLength(history), question.horizon(), true)
                .forLength(history.steps());
        if (!question.methods().isEmpty()) {
            Comparison comparison = past.compare(history.values(), question.methods(), events, MethodForecast.LEVELS);
            Recommendation recommendation =
                    Recommendation.of(comparison, question.methods(), methods.champion(), history.step());
            SeriesProfile profile = SeriesProfile.of(history.values(), past.period());
            return of(question, history, events, past, comparison, recommendation, profile, Optional.empty());
        }
        MethodChoice choice = MethodChoice.of(history.values(), past, methods, events);
        List<Method> shown = List.of(choice.method(), benchmark(choice.method()));
        Comparison comparison = past.compare(history.values(), shown, events, MethodForecast.LEVELS);
        Recommendation recommendation = new Recommendation(shown, choice.explanation());
        return of(question, history, events, past, comparison, recommendation, choice.profile(), Optional.of(choice));
    }

    private static DemandForecast of(
            DemandQuestion question,
            DemandHistory history,
            KnownEvents events,
            RollingOrigin past,
            Comparison comparison,
            Recommendation recommendation,
            SeriesProfile profile,
            Optional<MethodChoice> choice) {
        List<MethodForecast> forecasts = recommendation.order().stream()
                .map(method -> MethodForecast.of(
                        method,
                        method == recommendation.method(),
                        past.period(),
                        history,
                        events,
                        question.horizon(),
                        backtest(comparison, method)))
                .toList();
        int origins = comparison instanceof Ranked ranked ? ranked.origins() : 0;
        Optional<StockAdvice> stock = question.stock()
                .map(wish -> StockAdvice.of(wish, recommendation.method(), events, history.values(), past.period()));
        return new DemandForecast(
                history,
                forecasts,
                origins,
                explanation(recommendation, past, history) + explanation(events, past, history),
                profile,
                choice,
                stock);
    }

    /** The same for a history of equal values of which something else is known anew. */
    DemandForecast with(DemandHistory latest) {
        return new DemandForecast(latest, forecasts, origins, explanation, profile, choice, stock);
    }

    /** What a chosen method is shown beside. */
    private static Method benchmark(Method chosen) {
        return chosen == Method.NAIVE ? Method.byDefault() : Method.NAIVE;
    }

    /** A year, or a week of days, once it was seen twice: before, one odd step would be taken for a season. */
    private static int seasonLength(DemandHistory history) {
        int season = history.step().season();
        return history.steps() >= 2 * season ? season : 1;
    }

    private static String explanation(Recommendation recommendation, RollingOrigin past, DemandHistory history) {
        String season = history.step().seasonName();
        return past.period() > 1
                ? recommendation.explanation()
                : "%s With less than two %ss of sales no %sly season is assumed."
                        .formatted(recommendation.explanation(), season, season);
    }

    /** What the past promotions and prices were worth; nothing where they were worth nothing that can be told. */
    private static String explanation(KnownEvents events, RollingOrigin past, DemandHistory history) {
        if (events.regressors().isEmpty()) {
            return "";
        }
        String effects = events.effects(history.values(), past.period()).stream()
                .map(effect -> effect.name().equals(KnownEvents.PRICE)
                        ? "one percent on the price %+.1f".formatted(KnownEvents.ONE_PERCENT * effect.change())
                        : "a %s of the whole %s %+.1f"
                                .formatted(effect.name(), history.step().stepName(), effect.change()))
                .collect(Collectors.joining(", "));
        return effects.isEmpty()
                ? " What is planned could not be told from chance in the past and is left out."
                : " What is planned is counted in; in the past it was worth, in pieces a %s: %s."
                        .formatted(history.step().stepName(), effects);
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

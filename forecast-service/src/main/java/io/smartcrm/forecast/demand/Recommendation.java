package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.accuracy.Comparison;
import io.smartcrm.forecast.accuracy.Comparison.Measure;
import io.smartcrm.forecast.accuracy.Comparison.Ranked;
import io.smartcrm.forecast.accuracy.Comparison.TooShort;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Which method to trust and why.
 *
 * @param order all methods, the recommended one first, then from better to worse
 * @param explanation for people who do not forecast for a living
 */
record Recommendation(List<Method> order, String explanation) {
    Recommendation {
        order = List.copyOf(order);
        requireNonNull(explanation, "explanation is null");
    }

    Method method() {
        return order.get(0);
    }

    /** @param champion recommended where the series does not tell, if it is among the methods */
    static Recommendation of(Comparison comparison, List<Method> methods, Method champion, DemandStep step) {
        return comparison instanceof Ranked ranked
                ? ofRanked(ranked, champion, step)
                : ofUnknown((TooShort) comparison, methods, champion, step);
    }

    private static Recommendation ofUnknown(TooShort tooShort, List<Method> methods, Method champion, DemandStep step) {
        Method method = preferred(methods, champion);
        return new Recommendation(
                first(method, methods),
                "%s is recommended unseen: %s of sales are known, and looking back takes %d."
                        .formatted(method.id(), step.count(tooShort.observations()), tooShort.needed()));
    }

    private static Recommendation ofRanked(Ranked ranked, Method champion, DemandStep step) {
        List<Method> order = ranked.backtests().stream().map(Backtest::method).toList();
        String lookingBack = "Over %d past forecasts of %s".formatted(ranked.origins(), step.count(ranked.horizon()));
        Method best = order.get(0);
        if (order.size() == 1) {
            return new Recommendation(
                    order,
                    "%s, the only method asked for, had a %s of %.1f pieces a step."
                            .formatted(
                                    lookingBack + " " + best.id(),
                                    name(ranked.measure()),
                                    ranked.measure().of(ranked.best().errors())));
        }
        double percent = 100 * ranked.advantage();
        if (ranked.clear()) {
            return new Recommendation(
                    order,
                    "%s is recommended. %s its %s was %.0f %% smaller than that of %s."
                            .formatted(
                                    best.id(),
                                    lookingBack,
                                    name(ranked.measure()),
                                    percent,
                                    order.get(1).id()));
        }
        Method method = preferred(order, champion);
        return new Recommendation(
                first(method, order),
                "%s is recommended. %s the %s of %s was %.0f %% smaller than that of %s, too little to tell them apart%s."
                        .formatted(
                                method.id(),
                                lookingBack,
                                name(ranked.measure()),
                                best.id(),
                                percent,
                                order.get(1).id(),
                                method == Method.byDefault()
                                        ? "; over many series of all kinds " + method.id() + " does best"
                                        : ""));
    }

    private static Method preferred(List<Method> methods, Method champion) {
        return methods.contains(champion) ? champion : methods.get(0);
    }

    private static List<Method> first(Method first, List<Method> others) {
        List<Method> order = new ArrayList<>(others);
        order.remove(first);
        order.add(0, first);
        return order;
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case MAE -> "mean absolute error";
            case RMSE -> "root mean squared error (which suits rare sales)";
        };
    }
}

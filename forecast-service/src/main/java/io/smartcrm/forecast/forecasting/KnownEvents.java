package io.smartcrm.forecast.forecasting;

import io.smartcrm.forecast.forecasting.DemandRegression.Effect;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known beforehand of the steps of a series and of those to come: which are promoted, at what price. Any method takes
 * it into account: what it moved is taken out of the history, the method continues the rest, and what it will move is put back.
 *
 * @param regressors each with a number for every step from the first of the series to the end of the horizon
 */
public record KnownEvents(List<Regressor> regressors) {
    /** The name of prices, which regressors hold as logarithms. */
    public static final String PRICE = "price";

    /** Of a price, as a difference of logarithms. */
    public static final double ONE_PERCENT = Math.log(1.01);

    public static final KnownEvents NONE = new KnownEvents(List.of());

    public KnownEvents {
        regressors = List.copyOf(regressors);
    }

    /** Those of the steps from this one on. */
    public KnownEvents since(int step) {
        return step == 0
                ? this
                : new KnownEvents(regressors.stream()
                        .map(regressor -> regressor.since(step))
                        .toList());
    }

    /**
     * What can be learned from the first steps, and counts when these are forecast.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones, at least one known
     * @param period steps in a season, at least 1
     */
    public List<Effect> effects(double[] series, int period) {
        History history = History.of(series, period);
        Uplift uplift = Uplift.of(since(leading(series)).regressors, history.values, history.values.length, period);
        return uplift.effects().stream()
                .map(effect -> new Effect(
                        effect.name(), history.restore(effect.change()), history.restore(effect.standardError())))
                .toList();
    }

    /** The model, told of these events. */
    Forecaster tell(Model model) {
        return (series, period, horizon, levels) -> {
            for (Regressor regressor : regressors) {
                if (regressor.steps() < series.length + horizon) {
                    throw new IllegalArgumentException("%s has %d values; series and horizon take %d"
                            .formatted(regressor.name(), regressor.steps(), series.length + horizon));
                }
            }
            Model told = new Told(model, since(leading(series)).regressors);
            return new CalibratedForecaster(told).forecast(series, period, horizon, levels);
        };
    }

    private static int leading(double[] series) {
        return (int) IntStream.range(0, series.length)
                .takeWhile(step -> Double.isNaN(series[step]))
                .count();
    }

    /** Refits what events are worth whenever it starts from an earlier step, so that intervals know how little was known then. */
    private record Told(Model model, List<Regressor> regressors) implements Model {
        Told {
            regressors = List.copyOf(regressors);
        }

        @Override
        public Projection project(double[] values, int length, int period, int horizon) {
            Uplift uplift = Uplift.of(regressors, values, length, period);
            if (uplift.isNothing()) {
                return model.project(values, length, period, horizon);
            }
            Projection projection = model.project(uplift.removed(values, length), length, period, horizon);
            uplift.add(projection, length);
            return projection;
        }
    }
}

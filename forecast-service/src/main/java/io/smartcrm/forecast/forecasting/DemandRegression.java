package io.smartcrm.forecast.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series explained by a trend and by {@link Regressor}s: what each of them is worth, and what the series will be if they go
 * on as told, or otherwise. Errors carry over from step to step.
 */
public final class DemandRegression {
    private static final int HIGHEST_DEGREE = 3;

    private final RegressionFit fit;
    private final History history;
    private final int leading;
    private final int length;
    private final int degree;
    private final List<Regressor> regressors;

    private DemandRegression(
            RegressionFit fit, History history, int leading, int length, int degree, List<Regressor> regressors) {
        this.fit = fit;
        this.history = history;
        this.leading = leading;
        this.length = length;
        this.degree = degree;
        this.regressors = List.copyOf(regressors);
    }

    /**
     * What a regressor is worth.
     *
     * @param change of the series when the regressor grows by one
     * @param standardError of the change
     */
    public record Effect(String name, double change, double standardError) {}

    /**
     * Fits a series. Missing values are left out, not filled.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones
     * @param degree of the trend's polynomial, 0 for none, up to {@value #HIGHEST_DEGREE}
     * @param regressors each with at least as many values as the series; those that others explain get no weight
     * @throws IllegalArgumentException if the series holds no value or an infinite one, if the degree is out of range or a
     *     regressor is too short; the message names it
     */
    public static DemandRegression of(double[] series, int degree, List<Regressor> regressors) {
        if (degree < 0 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("degree must lie between 0 and " + HIGHEST_DEGREE + ", not " + degree);
        }
        History history = History.of(series, 1);
        int leading = series.length - history.values.length;
        double[] values = history.values.clone();
        for (int t = 0; t < values.length; t++) {
            values[t] = Double.isNaN(series[leading + t]) ? Double.NaN : values[t];
        }
        double[][] design = design(regressors, degree, leading, values.length, 0, values.length);
        RegressionFit fit = RegressionFit.of(design, values);
        return new DemandRegression(fit, history, leading, values.length, degree, regressors);
    }

    /** In the order of the regressors, without those that others explain. */
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < regressors.size(); i++) {
            int column = degree + 1 + i;
            if (fit.fit.isUsed(column)) {
                effects.add(new Effect(
                        regressors.get(i).name(),
                        history.restore(fit.fit.coefficients[column]),
                        history.restore(fit.standardError(column))));
            }
        }
        return List.copyOf(effects);
    }

    /** The future as the regressors tell it. */
    public Forecast forecast(int horizon, double... levels) {
        return forecast(regressors, horizon, levels);
    }

    /**
     * The future if the regressors were others: another price, no promotion.
     *
     * @param others of the same names in the same order, with values to the end of the horizon
     */
    public Forecast forecast(List<Regressor> others, int horizon, double... levels) {
        List<String> names = regressors.stream().map(Regressor::name).toList();
        List<String> otherNames = others.stream().map(Regressor::name).toList();
        if (!names.equals(otherNames)) {
            throw new IllegalArgumentException("regressors " + otherNames + " instead of " + names);
        }
        CalibratedForecaster.check(horizon, levels);
        Projection projection = fit.project(design(others, degree, leading, length, length, horizon));
        Bounds.of(history.values, length).keep(projection);
        List<Interval> intervals = Arrays.stream(levels)
                .mapToObj(level -> {
                    double[] halfWidths = new double[horizon];
                    Arrays.fill(halfWidths, StudentT.halfWidth(level, projection.degreesOfFreedom));
                    return CalibratedForecaster.interval(history, projection, level, halfWidths);
                })
                .toList();
        return new Forecast(Arrays.stream(projection.mean).map(history::restore).toArray(), intervals);
    }

    private static double[][] design(
            List<Regressor> regressors, int degree, int leading, int length, int from, int count) {
        for (Regressor regressor : regressors) {
            if (regressor.steps() < leading + from + count) {
                throw new IllegalArgumentException("%s has %d values; series and horizon take %d"
                        .formatted(regressor.name(), regressor.steps(), leading + from + count));
            }
        }
        return IntStream.range(from, from + count)
                .mapToObj(t -> {
                    double[] row = new double[degree + 1 + regressors.size()];
                    TrendRegression.powers(row, degree, t, length);
                    for (int i = 0; i < regressors.size(); i++) {
                        row[degree + 1 + i] = regressors.get(i).value(leading + t);
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }
}

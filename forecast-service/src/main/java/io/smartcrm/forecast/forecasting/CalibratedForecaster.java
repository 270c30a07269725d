package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Checks and cleans what callers bring, lets a model project it, and puts calibrated intervals around the projection. */
final class CalibratedForecaster implements Forecaster {
    private static final int LONGEST_HORIZON = 100_000;

    private final Model model;

    CalibratedForecaster(Model model) {
        this.model = model;
    }

    @Override
    public Forecast forecast(double[] series, int period, int horizon, double... levels) {
        check(series, period, horizon, levels);
        History history = History.of(series, period);
        int length = history.values.length;
        Projection projection = model.project(history.values, length, period, horizon);
        Bounds.of(history.values, length).keep(projection);
        List<Interval> intervals = new ArrayList<>(levels.length);
        if (levels.length > 0) {
            Calibration calibration =
                    projection.calibration().orElseGet(() -> Calibration.of(model, projection, history.values, period));
            for (double level : levels) {
                intervals.add(interval(history, projection, level, calibration.halfWidths(level, horizon)));
            }
        }
        double[] mean = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            mean[step] = history.restore(projection.mean[step]);
        }
        return new Forecast(mean, intervals);
    }

    static Interval interval(History history, Projection projection, double level, double[] halfWidths) {
        int horizon = projection.mean.length;
        double[] lower = new double[horizon];
        double[] upper = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double reach = halfWidths[step] * projection.deviation[step];
            lower[step] = history.restore(projection.mean[step] - reach);
            upper[step] = history.restore(projection.mean[step] + reach);
        }
        return new Interval(level, lower, upper);
    }

    private static void check(double[] series, int period, int horizon, double[] levels) {
        requireNonNull(series, "series is null");
        if (period < 1) {
            throw new IllegalArgumentException("period must be at least 1, not " + period);
        }
        check(horizon, levels);
    }

    static void check(int horizon, double... levels) {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "horizon must lie between 1 and " + LONGEST_HORIZON + ", not " + horizon);
        }
        for (double level : levels) {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must lie strictly between 0 and 1, not " + level);
            }
        }
    }
}

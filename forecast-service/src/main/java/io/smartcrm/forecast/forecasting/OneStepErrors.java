package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * By how much a series surprised, step by step: actual less expected by exponential smoothing of the seasonally adjusted series.
 * On one series all methods err much alike, so these stand for the errors of any of them where series are compared.
 */
public final class OneStepErrors {
    private static final int SHORTEST = 3;

    private OneStepErrors() {}

    /** One a step of the series, 0 where it is too short to tell; {@link Double#NaN} marks a missing value. */
    public static double[] of(double[] series, int period) {
        History history = History.of(series, period);
        double[] values = history.values;
        double[] errors = new double[series.length];
        if (values.length < SHORTEST) {
            return errors;
        }
        double[] adjusted = Decomposition.ofClean(values, period).adjusted();
        SimpleSmoothing fit = SimpleSmoothing.fit(adjusted);
        double level = Arrays.stream(adjusted, 0, SHORTEST).average().orElse(0);
        int leading = series.length - values.length;
        for (int t = 0; t < values.length; t++) {
            double error = adjusted[t] - level;
            errors[leading + t] = history.restore(error);
            level += fit.alpha * error;
        }
        return errors;
    }
}

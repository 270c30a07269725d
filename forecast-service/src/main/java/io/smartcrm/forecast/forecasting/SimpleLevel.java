package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** {@link SimpleSmoothing} continued: every step repeats the last level. */
final class SimpleLevel implements Model {
    private static final int SHORTEST = 3;
    private static final int PARAMETERS = 2;

    private final Model onTooLittle = new Naive();

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < SHORTEST) {
            return onTooLittle.project(values, length, period, horizon);
        }
        SimpleSmoothing fit = SimpleSmoothing.fit(length == values.length ? values : Arrays.copyOf(values, length));
        double[] mean = new double[horizon];
        Arrays.fill(mean, fit.level);
        int degreesOfFreedom = Math.max(1, length - PARAMETERS);
        double spread = Math.sqrt(fit.squaredErrors / degreesOfFreedom);
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviation[step] = spread * Math.sqrt(1 + step * fit.alpha * fit.alpha);
        }
        return new Projection(mean, deviation, degreesOfFreedom);
    }
}

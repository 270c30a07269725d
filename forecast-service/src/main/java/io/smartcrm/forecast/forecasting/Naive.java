package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** Every step repeats the last value; errors grow as those of a random walk, with the square root of the step. */
final class Naive implements Model {
    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double[] mean = new double[horizon];
        Arrays.fill(mean, values[length - 1]);
        double spread = SeasonalNaive.spread(values, length, 1);
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviation[step] = spread * Math.sqrt(step + 1.0);
        }
        return new Projection(mean, deviation, length - 1);
    }
}

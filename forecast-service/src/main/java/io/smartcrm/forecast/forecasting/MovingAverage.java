package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * The mean of the last values. The window is given, or the one up to two seasons (at least {@value #USUAL_LONGEST}
 * values, at most half of the series) whose one-step forecasts had the smallest squared errors.
 */
final class MovingAverage implements Model {
    private static final int USUAL_LONGEST = 12;

    private final Model onTooLittle = new Naive();
    /** 0 for a chosen one. */
    private final int window;

    private MovingAverage(int window) {
        this.window = window;
    }

    static Model chosen() {
        return new MovingAverage(0);
    }

    static Model of(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, not " + window);
        }
        return new MovingAverage(window);
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        int longest = Math.min(window > 0 ? window : Math.max(USUAL_LONGEST, 2 * period), length / 2);
        if (longest < 1) {
            return onTooLittle.project(values, length, period, horizon);
        }
        double[] sums = sums(values, length);
        int best = longest;
        if (window == 0) {
            for (int size = longest - 1; size >= 1; size--) {
                best = squares(values, length, sums, size, longest) < squares(values, length, sums, best, longest)
                        ? size
                        : best;
            }
        }
        double[] mean = new double[horizon];
        Arrays.fill(mean, values[0] + (sums[length] - sums[length - best]) / best);
        int errors = length - longest;
        double spread = Math.sqrt(squares(values, length, sums, best, longest) / errors);
        double[] deviation = new double[horizon];
        double weight = 2.0 / (best + 1);
        for (int step = 0; step < horizon; step++) {
            deviation[step] = spread * Math.sqrt(1 + step * weight * weight);
        }
        return new Projection(mean, deviation, errors - 1);
    }

    /** Sums of the differences to the first value, which keeps the digits of large levels. */
    private static double[] sums(double[] values, int length) {
        double[] sums = new double[length + 1];
        for (int t = 0; t < length; t++) {
            sums[t + 1] = sums[t] + (values[t] - values[0]);
        }
        return sums;
    }

    private static double squares(double[] values, int length, double[] sums, int size, int from) {
        double squares = 0;
        for (int t = from; t < length; t++) {
            double error = values[t] - values[0] - (sums[t] - sums[t - size]) / size;
            squares += error * error;
        }
        return squares;
    }
}

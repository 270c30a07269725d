package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Sizes and intervals of rare demands, smoothed apart: a demand of that size every so many steps (Croston 1972). The
 * ratio of two smoothed numbers is too large on average; Syntetos &amp; Boylan 2005 take half of alpha off it.
 */
final class Croston implements Model {
    private static final double ALPHA = 0.1;

    private final boolean corrected;

    private Croston(boolean corrected) {
        this.corrected = corrected;
    }

    static Model original() {
        return new Croston(false);
    }

    /** The Syntetos-Boylan approximation (SBA). */
    static Model withoutBias() {
        return new Croston(true);
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double size = 0;
        double interval = 0;
        double rate = 0;
        double factor = corrected ? 1 - ALPHA / 2 : 1;
        double squares = 0;
        int since = 1;
        boolean seen = false;
        int first = 0;
        for (int t = 0; t < length; t++) {
            if (seen) {
                squares += (values[t] - rate) * (values[t] - rate);
            }
            if (values[t] == 0) {
                since++;
                continue;
            }
            first = seen ? first : t;
            size = seen ? size + ALPHA * (values[t] - size) : values[t];
            interval = seen ? interval + ALPHA * (since - interval) : firstInterval(values, length, t);
            rate = factor * size / interval;
            seen = true;
            since = 1;
        }
        double[] mean = new double[horizon];
        Arrays.fill(mean, rate);
        double spread = Math.sqrt(squares / Math.max(1, length - first - 1));
        return new Projection(mean, RareDemand.deviations(spread, ALPHA, horizon), length - 2);
    }

    /** The mean interval of the whole series: the first one alone says little. */
    private static double firstInterval(double[] values, int length, int first) {
        int last = first;
        int intervals = 0;
        for (int t = first + 1; t < length; t++) {
            if (values[t] != 0) {
                last = t;
                intervals++;
            }
        }
        return intervals == 0 ? first + 1 : (double) (last - first) / intervals;
    }
}

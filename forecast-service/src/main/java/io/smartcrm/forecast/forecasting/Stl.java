package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Decomposition into trend, season and remainder by loess (Cleveland, Cleveland, McRae &amp; Terpenning 1990). The season
 * may change slowly: each of its positions is smoothed over the seasons.
 */
final class Stl {
    private static final int ROUNDS = 2;
    private static final int ROBUST_PASSES = 15;

    final double[] trend;
    final double[] season;

    private final double[] values;
    private final int period;
    private final Loess overSeasons;
    private final Loess withinSeason;
    private final Loess acrossAll;

    private Stl(double[] values, int period, int seasonWindow) {
        this.values = values;
        this.period = period;
        this.trend = new double[values.length];
        this.season = new double[values.length];
        this.overSeasons = new Loess(seasonWindow, false);
        this.withinSeason = new Loess(odd(period), true);
        this.acrossAll = new Loess(odd(1.5 * period / (1 - 1.5 / seasonWindow)), true);
    }

    /**
     * Decomposes values.
     *
     * @param period at least 2, at most half of the number of values
     * @param seasonWindow seasons over which the pattern is smoothed, odd, at least 7
     * @param robust whether outliers lose their weight and are left in the remainder
     */
    static Stl of(double[] values, int period, int seasonWindow, boolean robust) {
        Stl stl = new Stl(values, period, seasonWindow);
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        stl.run(robust ? 1 : ROUNDS, weights);
        for (int pass = 0; robust && pass < ROBUST_PASSES; pass++) {
            stl.weigh(weights);
            stl.run(1, weights);
        }
        return stl;
    }

    /** The smallest odd number that is not below. */
    static int odd(double least) {
        int whole = (int) Math.ceil(least);
        return whole % 2 == 0 ? whole + 1 : whole;
    }

    private void run(int rounds, double[] weights) {
        int n = values.length;
        for (int round = 0; round < rounds; round++) {
            double[] cycles = smoothedCycles(weights);
            double[] low = withinSeason.smooth(averaged(cycles), ones(n));
            double[] adjusted = new double[n];
            for (int t = 0; t < n; t++) {
                season[t] = cycles[period + t] - low[t];
                adjusted[t] = values[t] - season[t];
            }
            System.arraycopy(acrossAll.smooth(adjusted, weights), 0, trend, 0, n);
        }
    }

    /** Each position of the season smoothed over the seasons, and continued by one season to either side. */
    private double[] smoothedCycles(double[] weights) {
        int n = values.length;
        double[] cycles = new double[n + 2 * period];
        for (int position = 0; position < period; position++) {
            int count = (n - position + period - 1) / period;
            double[] detrended = new double[count];
            double[] weight = new double[count];
            for (int i = 0; i < count; i++) {
                int t = position + i * period;
                detrended[i] = values[t] - trend[t];
                weight[i] = weights[t];
            }
            for (int i = -1; i <= count; i++) {
                cycles[position + (i + 1) * period] = overSeasons.at(i, detrended, weight);
            }
        }
        return cycles;
    }

    /** Moving averages over a season, a season and three steps; what remains is the level of the season. */
    private double[] averaged(double[] cycles) {
        return moving(moving(moving(cycles, period), period), 3);
    }

    private static double[] moving(double[] values, int span) {
        double[] averages = new double[values.length - span + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t] - (t >= span ? values[t - span] : 0);
            if (t >= span - 1) {
                averages[t - span + 1] = sum / span;
            }
        }
        return averages;
    }

    /** Tukey's bisquare of the remainder's size in six medians. */
    private void weigh(double[] weights) {
        int n = values.length;
        double[] sizes = new double[n];
        for (int t = 0; t < n; t++) {
            sizes[t] = Math.abs(values[t] - trend[t] - season[t]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double reach = 3 * (sorted[n / 2] + sorted[(n - 1) / 2]);
        for (int t = 0; t < n; t++) {
            double share = reach > 0 ? sizes[t] / reach : 0;
            weights[t] = share < 1 ? (1 - share * share) * (1 - share * share) : 0;
        }
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}

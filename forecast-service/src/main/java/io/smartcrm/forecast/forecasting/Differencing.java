package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** How often a series must be differenced, over one step and over a season, before it keeps to a level. */
final class Differencing {
    private static final int MOST_STEPS = 2;

    /** 5 % point of the level statistic (Kwiatkowski, Phillips, Schmidt &amp; Shin 1992). */
    private static final double CRITICAL = 0.463;

    /** A season stronger than this is differenced (Wang, Smith &amp; Hyndman 2006). */
    private static final double STRONG_SEASON = 0.64;

    /** Changes below this share of the values are what rounding leaves. */
    private static final double ROUNDING = 1e-10;

    private Differencing() {}

    /** 1 if the season dominates what the trend leaves, otherwise 0. */
    static int ofSeasons(double[] values, int period) {
        if (period < 2 || 2 * period >= values.length || isConstant(values, values)) {
            return 0;
        }
        return Decomposition.ofClean(values, period).seasonStrength(period) > STRONG_SEASON ? 1 : 0;
    }

    /**
     * Differences over one step, by repeated tests of the hypothesis that there is a level.
     *
     * @param values seasonally differenced, if they are to be
     * @param original tells what counts as rounding
     */
    static int ofSteps(double[] values, double[] original) {
        double[] changed = values;
        for (int count = 0; count < MOST_STEPS; count++) {
            if (isConstant(changed, original) || !(levelStatistic(changed) > CRITICAL)) {
                return count;
            }
            changed = over(changed, 1);
        }
        return isConstant(changed, original) ? MOST_STEPS - 1 : MOST_STEPS;
    }

    /** Changes over {@code lag} steps. */
    static double[] over(double[] values, int lag) {
        double[] changes = new double[Math.max(0, values.length - lag)];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = values[t + lag] - values[t];
        }
        return changes;
    }

    static boolean isConstant(double[] values, double[] original) {
        double size = Arrays.stream(original).map(Math::abs).max().orElse(0);
        double largest = Arrays.stream(values).max().orElse(0);
        double smallest = Arrays.stream(values).min().orElse(0);
        return largest - smallest <= ROUNDING * size;
    }

    /** The test statistic of Kwiatkowski et al.: squares of the running sum over the long-run variance. */
    static double levelStatistic(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        double[] errors = Arrays.stream(values).map(value -> value - mean).toArray();
        double running = 0;
        double squares = 0;
        for (double error : errors) {
            running += error;
            squares += running * running;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = product(errors, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * product(errors, lag);
        }
        return squares / n / variance;
    }

    private static double product(double[] errors, int lag) {
        double sum = 0;
        for (int t = lag; t < errors.length; t++) {
            sum += errors[t] * errors[t - lag];
        }
        return sum;
    }
}

package io.smartcrm.forecast.forecasting;

/**
 * Locally weighted regression on values one step apart (Cleveland 1979): at each position a constant or a line is fitted to
 * the nearest values, the nearer the heavier.
 *
 * @param window values to look at, at least 2; beyond the number of values the weights only become more equal
 * @param line whether a line is fitted, otherwise a constant
 */
record Loess(int window, boolean line) {
    /** Within this share of the reach a value weighs fully, beyond its complement not at all. */
    private static final double EDGE = 0.001;

    /** The smoothed values at all positions. */
    double[] smooth(double[] values, double[] weights) {
        double[] smoothed = new double[values.length];
        for (int t = 0; t < smoothed.length; t++) {
            smoothed[t] = at(t, values, weights);
        }
        return smoothed;
    }

    /**
     * The smoothed value at a position, which may lie before the first or after the last value.
     *
     * @param weights of the values, from 0 to 1, besides those of distance
     */
    double at(int position, double[] values, double[] weights) {
        int n = values.length;
        int used = Math.min(window, n);
        int first = Math.max(0, Math.min(position - (window - 1) / 2, n - used));
        double reach = Math.max(position - first, first + used - 1 - position) + Math.max(0, window - n) / 2.0;
        double sum = 0;
        double weighted = 0;
        double moment = 0;
        double weightedMoment = 0;
        double squares = 0;
        for (int t = first; t < first + used; t++) {
            double distance = t - position;
            double weight = weights[t] * nearness(Math.abs(distance) / reach);
            sum += weight;
            weighted += weight * values[t];
            moment += weight * distance;
            weightedMoment += weight * distance * values[t];
            squares += weight * distance * distance;
        }
        if (!(sum > 0)) {
            return values[Math.max(0, Math.min(position, n - 1))];
        }
        double mean = weighted / sum;
        double centre = moment / sum;
        double variance = squares / sum - centre * centre;
        if (!line || Math.sqrt(Math.max(0, variance)) <= EDGE * (n - 1)) {
            return mean;
        }
        return mean - centre * (weightedMoment / sum - centre * mean) / variance;
    }

    private static double nearness(double share) {
        if (share <= EDGE) {
            return 1;
        }
        if (!(share <= 1 - EDGE)) {
            return 0;
        }
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }
}

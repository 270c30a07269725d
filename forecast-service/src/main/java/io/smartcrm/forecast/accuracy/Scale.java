package io.smartcrm.forecast.accuracy;

/**
 * How much a history moves by itself over one season: the in-sample errors of the seasonal naive method, by which errors
 * of other series become comparable. Both are NaN when the history is not longer than the season.
 *
 * @param absolute mean |y(t) - y(t - period)|
 * @param quadratic square root of the mean (y(t) - y(t - period))^2
 */
public record Scale(double absolute, double quadratic) {
    /**
     * The scale of a history; pairs with a missing value are left out.
     *
     * @param history the values a forecast was made from, oldest first
     * @param period steps in a season, at least 1
     */
    public static Scale of(double[] history, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be at least 1, not " + period);
        }
        double absolute = 0;
        double squared = 0;
        int pairs = 0;
        for (int t = period; t < history.length; t++) {
            double change = history[t] - history[t - period];
            if (!Double.isNaN(change)) {
                absolute += Math.abs(change);
                squared += change * change;
                pairs++;
            }
        }
        return new Scale(absolute / pairs, Math.sqrt(squared / pairs));
    }

    /** An error in units of a scale. Where the history never moved only a perfect forecast has a value: zero. */
    double relative(double error, double scale) {
        if (scale == 0) {
            return error == 0 ? 0 : Double.NaN;
        }
        return error / scale;
    }
}

package io.smartcrm.recommend.evaluation;

/**
 * A mean over customers with its standard error (sample deviation by the root of the count).
 *
 * @param value not-a-number where nothing was counted
 * @param standardError not-a-number with fewer than two
 */
public record Mean(double value, double standardError, int count) {
    /** Adds values one by one (Welford 1962). */
    static final class Tally {
        private int count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double step = value - mean;
            mean += step / count;
            squares += step * (value - mean);
        }

        Mean mean() {
            double error = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
            return new Mean(count == 0 ? Double.NaN : mean, error, count);
        }
    }
}

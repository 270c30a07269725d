package io.smartcrm.forecast.forecasting;

/**
 * The seasonal pattern of the M competitions: a 90 % test of the autocorrelation at the seasonal lag and classical
 * decomposition by centred moving averages (Makridakis, Wheelwright &amp; Hyndman 1998, chapter 3; the test as in
 * Assimakopoulos &amp; Nikolopoulos 2000).
 *
 * <p>The pattern multiplies where every value is positive. Where a value is zero or negative, or a position of the season
 * nearly vanishes, a factor cannot be divided out safely, and the pattern is added instead.
 */
final class Seasonality {
    /** Two-sided 90 % point of the normal distribution, to the digits the competitions used. */
    private static final double CRITICAL = 1.645;

    private static final int SEASONS_NEEDED = 3;
    private static final double SMALLEST_FACTOR = 0.01;

    /** Below this share of the squared level a variance is what rounding leaves of a constant. */
    private static final double ROUNDING = 1e-24;

    private final boolean multiplicative;
    /** One factor (mean 1) or shift (mean 0) for each position in the season, the first for the first value. */
    private final double[] pattern;

    private Seasonality(boolean multiplicative, double[] pattern) {
        this.multiplicative = multiplicative;
        this.pattern = pattern;
    }

    /** Whether the autocorrelation at the seasonal lag stands out of what the shorter lags explain (Bartlett's formula). */
    static boolean isPresent(double[] values, int length, int period) {
        if (period < 2 || length < SEASONS_NEEDED * period) {
            return false;
        }
        double[] centred = new double[length];
        double mean = mean(values, length);
        double variance = 0;
        for (int t = 0; t < length; t++) {
            centred[t] = values[t] - mean;
            variance += centred[t] * centred[t];
        }
        if (variance <= ROUNDING * mean * mean * length) {
            return false;
        }
        double explained = 1;
        for (int lag = 1; lag < period; lag++) {
            double correlation = crossProduct(centred, lag) / variance;
            explained += 2 * correlation * correlation;
        }
        double seasonal = crossProduct(centred, period) / variance;
        return Math.abs(seasonal) > CRITICAL * Math.sqrt(explained / length);
    }

    /** The pattern of the first {@code length} values, at least two seasons. */
    static Seasonality of(double[] values, int length, int period) {
        double[] trend = trend(values, length, period);
        if (allPositive(values, length)) {
            double[] factors = pattern(values, trend, length, period, true);
            if (smallest(factors) >= SMALLEST_FACTOR) {
                return new Seasonality(true, factors);
            }
        }
        return new Seasonality(false, pattern(values, trend, length, period, false));
    }

    /** A pattern that is added, of at least two seasons. */
    static Seasonality adding(double[] values, int length, int period) {
        return new Seasonality(false, pattern(values, trend(values, length, period), length, period, false));
    }

    /** A pattern that multiplies positive values, of at least two seasons. */
    static Seasonality multiplying(double[] values, int length, int period) {
        double[] factors = pattern(values, trend(values, length, period), length, period, true);
        for (int position = 0; position < period; position++) {
            factors[position] = Math.max(factors[position], SMALLEST_FACTOR);
        }
        return new Seasonality(true, factors);
    }

    /** One factor (mean 1) or shift (mean 0) for each position in the season; a copy. */
    double[] pattern() {
        return pattern.clone();
    }

    double[] remove(double[] values, int length) {
        double[] adjusted = new double[length];
        for (int t = 0, position = 0; t < length; t++) {
            adjusted[t] = multiplicative ? values[t] / pattern[position] : values[t] - pattern[position];
            position = position + 1 == pattern.length ? 0 : position + 1;
        }
        return adjusted;
    }

    /** Puts the season into a projection that starts after {@code length} values. */
    void restore(Projection projection, int length) {
        for (int step = 0; step < projection.mean.length; step++) {
            double seasonal = pattern[(length + step) % pattern.length];
            if (multiplicative) {
                projection.mean[step] *= seasonal;
                projection.deviation[step] *= seasonal;
            } else {
                projection.mean[step] += seasonal;
            }
        }
    }

    /** Centred moving average over one season (twice averaged when the season is even); zero at the ends, not used there. */
    private static double[] trend(double[] values, int length, int period) {
        double[] trend = new double[length];
        int half = period / 2;
        boolean even = period % 2 == 0;
        double window = 0;
        for (int t = 0; t < period; t++) {
            window += values[t];
        }
        for (int centre = half; centre < length - half; centre++) {
            int first = centre - half;
            if (even) {
                double next = window - values[first] + values[first + period];
                trend[centre] = (window + next) / 2 / period;
                window = next;
            } else {
                trend[centre] = window / period;
                if (first + period < length) {
                    window += values[first + period] - values[first];
                }
            }
        }
        return trend;
    }

    private static double[] pattern(double[] values, double[] trend, int length, int period, boolean multiplicative) {
        double[] pattern = new double[period];
        int half = period / 2;
        for (int position = 0; position < period; position++) {
            double sum = 0;
            int count = 0;
            int first = position < half ? position + period : position;
            for (int t = first; t < length - half; t += period) {
                sum += multiplicative ? values[t] / trend[t] : values[t] - trend[t];
                count++;
            }
            pattern[position] = sum / count;
        }
        double mean = mean(pattern, period);
        for (int position = 0; position < period; position++) {
            pattern[position] = multiplicative ? pattern[position] / mean : pattern[position] - mean;
        }
        return pattern;
    }

    /** Four sums at once: one alone would wait for its own last addition. */
    private static double crossProduct(double[] centred, int lag) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int t = lag;
        for (; t + 3 < centred.length; t += 4) {
            first += centred[t] * centred[t - lag];
            second += centred[t + 1] * centred[t + 1 - lag];
            third += centred[t + 2] * centred[t + 2 - lag];
            fourth += centred[t + 3] * centred[t + 3 - lag];
        }
        for (; t < centred.length; t++) {
            first += centred[t] * centred[t - lag];
        }
        return first + second + third + fourth;
    }

    private static double mean(double[] values, int length) {
        double sum = 0;
        for (int t = 0; t < length; t++) {
            sum += values[t];
        }
        return sum / length;
    }

    private static boolean allPositive(double[] values, int length) {
        for (int t = 0; t < length; t++) {
            if (!(values[t] > 0)) {
                return false;
            }
        }
        return true;
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}

package io.smartcrm.forecast.accuracy;

import io.smartcrm.forecast.forecasting.Interval;

/**
 * Sums over forecast steps from which the measures of one interval follow.
 *
 * @param level the coverage the interval promises
 * @param steps steps with an actual value
 * @param covered steps whose actual value lay within the bounds
 * @param width sum of widths, in the unit of the series
 * @param missed sum of distances between bounds and the actual values outside them
 */
public record IntervalErrors(double level, int steps, int covered, double width, double missed) {
    public static IntervalErrors none(double level) {
        return new IntervalErrors(level, 0, 0, 0, 0);
    }

    /**
     * Compares an interval with what happened; steps whose actual value is {@link Double#NaN} are left out.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static IntervalErrors of(double[] actual, Interval interval) {
        if (actual.length != interval.horizon()) {
            throw new IllegalArgumentException(
                    actual.length + " actual values for an interval of " + interval.horizon() + " steps");
        }
        int steps = 0;
        int covered = 0;
        double width = 0;
        double missed = 0;
        for (int step = 1; step <= actual.length; step++) {
            double value = actual[step - 1];
            if (Double.isNaN(value)) {
                continue;
            }
            double outside = Math.max(0, Math.max(interval.lower(step) - value, value - interval.upper(step)));
            steps++;
            covered += outside == 0 ? 1 : 0;
            width += interval.upper(step) - interval.lower(step);
            missed += outside;
        }
        return new IntervalErrors(interval.level(), steps, covered, width, missed);
    }

    public IntervalErrors plus(IntervalErrors other) {
        if (level != other.level) {
            throw new IllegalArgumentException("intervals of levels " + level + " and " + other.level + " do not pool");
        }
        return new IntervalErrors(
                level, steps + other.steps, covered + other.covered, width + other.width, missed + other.missed);
    }

    /** Share of actual values within the bounds; an honest interval comes near its level. */
    public double coverage() {
        return (double) covered / steps;
    }

    /** Mean scaled interval score (Gneiting &amp; Raftery 2007, scaled as in M4): width and misses in one, lower is better. */
    public double msis(Scale scale) {
        double score = (width + 2 / (1 - level) * missed) / steps;
        return scale.relative(score, scale.absolute());
    }
}

package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/** Expected values for the steps after a series, in its unit, with prediction intervals in the order asked for. */
public final class Forecast {
    private final double[] mean;
    private final List<Interval> intervals;

    /** Takes the array over; the caller gives up writing to it. */
    Forecast(double[] mean, List<Interval> intervals) {
        this.mean = requireNonNull(mean, "mean is null");
        this.intervals = List.copyOf(intervals);
        for (Interval interval : this.intervals) {
            if (interval.horizon() != mean.length) {
                throw new IllegalArgumentException(
                        "interval of " + interval.horizon() + " steps for a forecast of " + mean.length + " steps");
            }
        }
    }

    public int horizon() {
        return mean.length;
    }

    /** Expected value at a step, counted from 1 for the first step after the series. */
    public double mean(int step) {
        return mean[step - 1];
    }

    /** Expected values of all steps; a copy. */
    public double[] mean() {
        return mean.clone();
    }

    public List<Interval> intervals() {
        return intervals;
    }

    /**
     * The interval of one of the asked levels.
     *
     * @throws IllegalArgumentException if the level was not asked for
     */
    public Interval interval(double level) {
        for (Interval interval : intervals) {
            if (interval.level() == level) {
                return interval;
            }
        }
        throw new IllegalArgumentException("no interval of level " + level + " in this forecast");
    }

    /** The same forecast for a quantity that cannot be below zero, such as units sold: negative numbers become zero. */
    public Forecast nonNegative() {
        return new Forecast(
                Interval.raisedToZero(mean),
                intervals.stream().map(Interval::nonNegative).toList());
    }

    @Override
    public String toString() {
        return "Forecast{mean=" + Arrays.toString(mean) + ", intervals=" + intervals + "}";
    }
}

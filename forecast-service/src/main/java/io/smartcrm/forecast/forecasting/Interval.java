package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** A prediction interval: each step's actual value is meant to lie within its bounds with probability {@code level}. */
public final class Interval {
    private final double level;
    private final double[] lower;
    private final double[] upper;

    /** Takes the arrays over; the caller gives up writing to them. */
    Interval(double level, double[] lower, double[] upper) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie strictly between 0 and 1, not " + level);
        }
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "lower bound of " + lower.length + " steps, upper bound of " + upper.length);
        }
        this.level = level;
        this.lower = requireNonNull(lower, "lower is null");
        this.upper = requireNonNull(upper, "upper is null");
    }

    public double level() {
        return level;
    }

    public int horizon() {
        return lower.length;
    }

    /** Lower bound at a step, counted from 1. */
    public double lower(int step) {
        return lower[step - 1];
    }

    /** Upper bound at a step, counted from 1. */
    public double upper(int step) {
        return upper[step - 1];
    }

    /** Lower bounds of all steps; a copy. */
    public double[] lower() {
        return lower.clone();
    }

    /** Upper bounds of all steps; a copy. */
    public double[] upper() {
        return upper.clone();
    }

    Interval nonNegative() {
        return new Interval(level, raisedToZero(lower), raisedToZero(upper));
    }

    static double[] raisedToZero(double[] values) {
        double[] raised = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            raised[i] = Math.max(0, values[i]);
        }
        return raised;
    }

    @Override
    public String toString() {
        return "Interval{level=" + level + ", lower=" + Arrays.toString(lower) + ", upper=" + Arrays.toString(upper)
                + "}";
    }
}

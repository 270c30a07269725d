package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** Something known for past and future that may move a series: a price, a promotion, a {@link CalendarSteps calendar}. */
public final class Regressor {
    private final String name;
    private final double[] values;

    /**
     * Names what may move a series.
     *
     * @param name for people, such as {@code price}
     * @param values one finite number a step, from the first step of the series to the end of the horizon
     */
    public Regressor(String name, double... values) {
        this.name = requireNonNull(name, "name is null");
        this.values = values.clone();
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException(name + " is " + values[t] + " at position " + t);
            }
        }
    }

    /** Prices as logarithms: times the coefficient, a percent of price is a hundredth of it in units of the series. */
    public static Regressor price(double... prices) {
        for (int t = 0; t < prices.length; t++) {
            if (!(prices[t] > 0)) {
                throw new IllegalArgumentException("price is " + prices[t] + " at position " + t + ", not above 0");
            }
        }
        return new Regressor(
                KnownEvents.PRICE, Arrays.stream(prices).map(Math::log).toArray());
    }

    /** How much of each step is under promotion, from 0 to 1. */
    public static Regressor promotion(double... shares) {
        return new Regressor("promotion", shares);
    }

    /** From a step on, counted from 0. */
    Regressor since(int step) {
        return new Regressor(name, Arrays.copyOfRange(values, step, values.length));
    }

    boolean changesWithin(int steps) {
        return Arrays.stream(values, 0, steps).anyMatch(value -> value != values[0]);
    }

    /** Of the first steps. */
    double median(int steps) {
        double[] sorted = Arrays.stream(values, 0, steps).sorted().toArray();
        return sorted[steps / 2];
    }

    public String name() {
        return name;
    }

    public int steps() {
        return values.length;
    }

    /** At a step, counted from 0. */
    public double value(int step) {
        return values[step];
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values);
    }
}

package io.smartcrm.forecast.forecasting;

/** A way to continue a series. Implementations hold no state: equal arguments give equal forecasts, on any thread. */
@FunctionalInterface
public interface Forecaster {
    /**
     * Continues the series for {@code horizon} steps after its last position.
     *
     * @param series values in time order, oldest first, any unit; {@link Double#NaN} marks a missing value
     * @param period steps in one season (12 for months in a year, 7 for days in a week), 1 for none
     * @param horizon steps to forecast, at least 1
     * @param levels coverages of the wanted prediction intervals, each strictly between 0 and 1, such as 0.8 and 0.95;
     *     without any only the mean is computed, which is much faster
     * @return finite numbers in the unit of the series
     * @throws IllegalArgumentException if the series holds no value or an infinite one, or if period, horizon or a
     *     level is out of range; the message names the value
     */
    Forecast forecast(double[] series, int period, int horizon, double... levels);
}

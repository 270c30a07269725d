package io.smartcrm.forecast.forecasting;

/** What a method knows: it sees clean values only (finite, no gaps, of moderate size) and need not care about intervals. */
@FunctionalInterface
interface Model {
    /**
     * Continues the first {@code length} values.
     *
     * @param values finite values, oldest first; not changed
     * @param length values to look at, at least 1
     * @param period steps in a season, at least 1
     * @param horizon steps to project, at least 1
     */
    Projection project(double[] values, int length, int period, int horizon);
}

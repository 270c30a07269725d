package io.smartcrm.forecast.forecasting;

/**
 * Every step repeats the value one season earlier; errors grow with the square root of the seasons ahead. Before a
 * whole season has been seen the last value stands in for the positions not seen yet.
 */
final class SeasonalNaive implements Model {
    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        int lag = length > period ? period : 1;
        double spread = spread(values, length, lag);
        for (int step = 0; step < horizon; step++) {
            int source = length - period + step % period;
            mean[step] = values[source >= 0 ? source : length - 1];
            int seasonsAhead = step / lag + 1;
            deviation[step] = spread * Math.sqrt(seasonsAhead);
        }
        return new Projection(mean, deviation, length - lag);
    }

    /**
     * Root mean square of the changes over {@code lag} steps. A single value shows no change at all; then its own size
     * stands for what is unknown.
     */
    static double spread(double[] values, int length, int lag) {
        if (length <= lag) {
            return Math.abs(values[length - 1]);
        }
        double squares = 0;
        for (int t = lag; t < length; t++) {
            double change = values[t] - values[t - lag];
            squares += change * change;
        }
        return Math.sqrt(squares / (length - lag));
    }
}

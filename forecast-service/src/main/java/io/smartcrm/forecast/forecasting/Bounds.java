package io.smartcrm.forecast.forecasting;

/**
 * How far a forecast may leave what a history has shown: up to the whole range it covered beyond either end, and twice as
 * fast as a line through that range would. No series that makes sense reaches this; an exploding one is stopped by it.
 */
final class Bounds {
    private final double smallest;
    private final double largest;
    private final int length;

    private Bounds(double smallest, double largest, int length) {
        this.smallest = smallest;
        this.largest = largest;
        this.length = length;
    }

    static Bounds of(double[] values, int length) {
        double smallest = values[0];
        double largest = values[0];
        for (int t = 1; t < length; t++) {
            smallest = Math.min(smallest, values[t]);
            largest = Math.max(largest, values[t]);
        }
        return new Bounds(smallest, largest, length);
    }

    /** Moves what lies outside, or is not a number, to the nearest bound or the middle, and makes deviations finite. */
    void keep(Projection projection) {
        double range = largest - smallest;
        double size = Math.max(range, Math.max(Math.abs(smallest), Math.abs(largest)));
        for (int step = 0; step < projection.mean.length; step++) {
            double reach = range * (1 + 2.0 * (step + 1) / length);
            double mean = projection.mean[step];
            projection.mean[step] = Double.isNaN(mean)
                    ? (smallest + largest) / 2
                    : Math.max(smallest - reach, Math.min(largest + reach, mean));
            double deviation = projection.deviation[step];
            projection.deviation[step] = Double.isNaN(deviation) ? size : Math.min(deviation, size * (step + 1.0));
        }
    }
}

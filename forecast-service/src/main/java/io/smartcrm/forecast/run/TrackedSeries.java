package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

/**
 * A series' forecasts against what happened since.
 *
 * @param weeks that are over
 * @param signed sum of errors; positive when too much was forecast
 * @param absolute sum of absolute errors
 * @param sold in those weeks
 * @param covered weeks within the 95 % interval
 */
record TrackedSeries(SeriesKey key, int weeks, double signed, double absolute, double sold, int covered) {
    private static final int FEWEST_WEEKS = 4;
    private static final double TOO_FAR = 4;

    TrackedSeries {
        requireNonNull(key, "key is null");
    }

    /** Sum of errors over their mean size (Brown 1963): near zero when they cancel out, near the weeks when they never do. */
    double trackingSignal() {
        return absolute == 0 ? 0 : signed / (absolute / weeks);
    }

    /** Whether it is forecast too high or too low again and again. */
    boolean isAlert() {
        return weeks >= FEWEST_WEEKS && Math.abs(trackingSignal()) >= TOO_FAR;
    }
}

package io.smartcrm.forecast.forecasting;

/**
 * How a product sells, by the average interval between demands (ADI) and the squared coefficient of variation of their
 * sizes (CV2); cut-offs 1.32 and 0.49 of Syntetos, Boylan &amp; Croston 2005.
 */
public enum DemandClass {
    /** Often and in similar sizes. */
    SMOOTH,
    /** Often, in very different sizes. */
    ERRATIC,
    /** Seldom, in similar sizes. */
    INTERMITTENT,
    /** Seldom, in very different sizes. */
    LUMPY;

    private static final double LONG_INTERVAL = 1.32;
    private static final double LARGE_VARIATION = 0.49;

    /** The class of a series; {@link Double#NaN} marks a missing value, and a series without demand is INTERMITTENT. */
    public static DemandClass of(double[] series) {
        int known = 0;
        int demands = 0;
        double sum = 0;
        double squares = 0;
        for (double value : series) {
            if (Double.isNaN(value)) {
                continue;
            }
            known++;
            if (value != 0) {
                demands++;
                sum += value;
                squares += value * value;
            }
        }
        if (demands == 0) {
            return INTERMITTENT;
        }
        double mean = sum / demands;
        double variation = Math.max(0, squares / demands - mean * mean) / (mean * mean);
        boolean seldom = (double) known / demands >= LONG_INTERVAL;
        boolean uneven = variation >= LARGE_VARIATION;
        if (seldom) {
            return uneven ? LUMPY : INTERMITTENT;
        }
        return uneven ? ERRATIC : SMOOTH;
    }

    /** Whether there are long pauses between demands. */
    public boolean isIntermittent() {
        return this == INTERMITTENT || this == LUMPY;
    }
}

package io.smartcrm.forecast.accuracy;

/**
 * Accuracy over many series: percentage and scaled measures are averaged over series, each counting once; bias, RMSE,
 * WAPE and coverage are pooled over all steps. Not safe for use by several threads.
 */
public final class AccuracySummary {
    private final double level;
    private Errors errors = Errors.NONE;
    private IntervalErrors intervalErrors;
    private int series;
    private final Average smape = new Average();
    private final Average mase = new Average();
    private final Average msis = new Average();

    /** Starts empty, for intervals of one level. */
    public AccuracySummary(double level) {
        this.level = level;
        this.intervalErrors = IntervalErrors.none(level);
    }

    /** Adds one series; a measure that is undefined for it (a history that never moved, no actual value) leaves it out. */
    public void add(Errors ofSeries, IntervalErrors ofInterval, Scale scale) {
        series++;
        errors = errors.plus(ofSeries);
        intervalErrors = intervalErrors.plus(ofInterval);
        smape.add(ofSeries.smape());
        mase.add(ofSeries.mase(scale));
        msis.add(ofInterval.msis(scale));
    }

    public int series() {
        return series;
    }

    /** Series without a defined {@link #mase}. */
    public int unscaled() {
        return series - mase.count;
    }

    public double smape() {
        return smape.value();
    }

    public double mase() {
        return mase.value();
    }

    /** Overall weighted average of M4: the mean of sMAPE and MASE relative to a benchmark's; below 1 is better. */
    public double owa(AccuracySummary benchmark) {
        return (smape() / benchmark.smape() + mase() / benchmark.mase()) / 2;
    }

    public double msis() {
        return msis.value();
    }

    public double coverage() {
        return intervalErrors.coverage();
    }

    public double level() {
        return level;
    }

    /** Bias, RMSE and WAPE of all steps of all series. */
    public Errors pooled() {
        return errors;
    }

    private static final class Average {
        private double sum;
        private int count;

        void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }

        double value() {
            return sum / count;
        }
    }
}

package io.smartcrm.forecast.accuracy;

/**
 * Sums over forecast steps from which every point measure follows, so that errors of several origins or series pool by
 * {@link #plus}. An error is forecast minus actual: positive means too much was forecast.
 *
 * @param steps steps with an actual value
 * @param signed sum of errors, in the unit of the series
 * @param absolute sum of absolute errors
 * @param squared sum of squared errors
 * @param symmetric sum of 200 |error| / (|actual| + |forecast|), a step where both are zero counting zero
 * @param actual sum of absolute actual values
 */
public record Errors(int steps, double signed, double absolute, double squared, double symmetric, double actual) {
    public static final Errors NONE = new Errors(0, 0, 0, 0, 0, 0);

    /**
     * Compares a forecast with what happened; steps whose actual value is {@link Double#NaN} are left out.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Errors of(double[] actual, double[] forecast) {
        if (actual.length != forecast.length) {
            throw new IllegalArgumentException(
                    actual.length + " actual values for a forecast of " + forecast.length + " steps");
        }
        int steps = 0;
        double signed = 0;
        double absolute = 0;
        double squared = 0;
        double symmetric = 0;
        double size = 0;
        for (int step = 0; step < actual.length; step++) {
            if (Double.isNaN(actual[step])) {
                continue;
            }
            double error = forecast[step] - actual[step];
            double both = Math.abs(actual[step]) + Math.abs(forecast[step]);
            steps++;
            signed += error;
            absolute += Math.abs(error);
            squared += error * error;
            symmetric += both == 0 ? 0 : 200 * Math.abs(error) / both;
            size += Math.abs(actual[step]);
        }
        return new Errors(steps, signed, absolute, squared, symmetric, size);
    }

    public Errors plus(Errors other) {
        return new Errors(
                steps + other.steps,
                signed + other.signed,
                absolute + other.absolute,
                squared + other.squared,
                symmetric + other.symmetric,
                actual + other.actual);
    }

    /** Mean error in the unit of the series; NaN, like every measure here, when no step has an actual value. */
    public double bias() {
        return signed / steps;
    }

    /** Mean absolute error in the unit of the series. */
    public double mae() {
        return absolute / steps;
    }

    /** Root mean squared error in the unit of the series. */
    public double rmse() {
        return Math.sqrt(squared / steps);
    }

    /** Symmetric mean absolute percentage error as in the M competitions, 0 to 200. */
    public double smape() {
        return symmetric / steps;
    }

    /** Absolute errors as a share of the actual amount (weighted absolute percentage error), 0.25 for a quarter. */
    public double wape() {
        if (actual == 0) {
            return steps > 0 && absolute == 0 ? 0 : Double.NaN;
        }
        return absolute / actual;
    }

    /** Mean absolute scaled error (Hyndman &amp; Koehler 2006); 1 is as good as the naive method was in the history. */
    public double mase(Scale scale) {
        return scale.relative(mae(), scale.absolute());
    }

    /** Root mean squared scaled error, which unlike {@link #mase} does not reward forecasting zero for rare sales. */
    public double rmsse(Scale scale) {
        return scale.relative(rmse(), scale.quadratic());
    }
}

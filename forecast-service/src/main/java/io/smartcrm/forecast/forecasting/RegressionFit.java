package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A regression whose errors carry over from step to step (first order, Prais &amp; Winsten 1954), so that a forecast starts
 * where the series is and only then returns to what explains it.
 */
final class RegressionFit {
    /** A higher correlation of neighbouring errors is not told from a random walk by the series one meets. */
    private static final double LARGEST_CARRY = 0.98;

    final LeastSquares fit;
    final int degreesOfFreedom;
    /** Share of an error that is left one step later, from 0 on. */
    final double carry;

    private final int known;
    private final double[] lastRow;
    private final double lastError;
    private final double spread;

    private RegressionFit(LeastSquares fit, double carry, int known, double[] lastRow, double lastError) {
        this.fit = fit;
        this.carry = carry;
        this.known = known;
        this.lastRow = lastRow;
        this.lastError = lastError;
        this.degreesOfFreedom = Math.max(1, known - fit.rank - 1);
        this.spread = Math.sqrt(fit.squares / degreesOfFreedom);
    }

    /**
     * Fits values by the first rows of a design.
     *
     * @param design a row of explaining numbers for each step, at least as many as there are values
     * @param values {@link Double#NaN} for missing ones, at least one known
     */
    static RegressionFit of(double[][] design, double[] values) {
        int[] steps = IntStream.range(0, values.length)
                .filter(t -> !Double.isNaN(values[t]))
                .toArray();
        LeastSquares ordinary = weighed(design, values, steps, 0);
        double carry = carry(design, values, ordinary);
        LeastSquares fit = carry == 0 ? ordinary : weighed(design, values, steps, carry);
        int last = steps[steps.length - 1];
        double left = Math.pow(carry, values.length - 1.0 - last);
        double lastError = left * (values[last] - fit.value(design[last]));
        double[] lastRow = Arrays.stream(design[last]).map(x -> left * x).toArray();
        return new RegressionFit(fit, carry, steps.length, lastRow, lastError);
    }

    /** Takes off each step what carried over from the known one before, and brings all errors to one variance. */
    private static LeastSquares weighed(double[][] design, double[] values, int[] steps, double carry) {
        int width = design[0].length;
        double[][] columns = new double[width][steps.length];
        double[] weighed = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            int t = steps[i];
            int before = i == 0 ? t : steps[i - 1];
            double left = i == 0 ? 0 : Math.pow(carry, t - before);
            double weight = Math.sqrt((1 - carry * carry) / (1 - left * left));
            weighed[i] = weight * (values[t] - left * values[before]);
            for (int j = 0; j < width; j++) {
                columns[j][i] = weight * (design[t][j] - left * design[before][j]);
            }
        }
        return LeastSquares.of(columns, weighed);
    }

    private static double carry(double[][] design, double[] values, LeastSquares fit) {
        double[] errors = IntStream.range(0, values.length)
                .mapToDouble(t -> values[t] - fit.value(design[t]))
                .toArray();
        double product = 0;
        double squares = 0;
        for (int t = 1; t < errors.length; t++) {
            double both = errors[t] * errors[t - 1];
            if (!Double.isNaN(both)) {
                product += both;
                squares += errors[t - 1] * errors[t - 1];
            }
        }
        return squares > 0 ? Math.max(0, Math.min(LARGEST_CARRY, product / squares)) : 0;
    }

    /** Akaike's criterion corrected for short series, but for what is equal for all fits of the same values. */
    double criterion() {
        int k = fit.rank + 2;
        if (known - k - 1 < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double deviance = known * Math.log(fit.squares / known) - Math.log(1 - carry * carry);
        return deviance + 2.0 * k + 2.0 * k * (k + 1) / (known - k - 1);
    }

    /** Standard deviation of a coefficient's estimate. */
    double standardError(int column) {
        double[] unit = new double[fit.coefficients.length];
        unit[column] = 1;
        return spread * Math.sqrt(fit.leverage(unit));
    }

    /** @param future rows of the design for the steps after the values */
    Projection project(double[][] future) {
        double[] mean = new double[future.length];
        double[] deviation = new double[future.length];
        double left = 1;
        double sum = 0;
        for (int step = 0; step < future.length; step++) {
            sum += left * left;
            left *= carry;
            double[] unexplained = future[step].clone();
            for (int j = 0; j < unexplained.length; j++) {
                unexplained[j] -= left * lastRow[j];
            }
            mean[step] = fit.value(future[step]) + left * lastError;
            deviation[step] = spread * Math.sqrt(sum + fit.leverage(unexplained));
        }
        return new Projection(mean, deviation, degreesOfFreedom);
    }
}

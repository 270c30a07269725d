package io.smartcrm.forecast.forecasting;

/**
 * A model's own view of the future: expected values and the standard deviation of its errors, step by step.
 *
 * @see #degreesOfFreedom what the deviations rest on
 */
final class Projection {
    final double[] mean;
    /** Standard deviation of the error at each step, at least 0. */
    final double[] deviation;
    /** Residuals beyond the estimated parameters, at least 1. */
    final int degreesOfFreedom;

    Projection(double[] mean, double[] deviation, int degreesOfFreedom) {
        this.mean = mean;
        this.deviation = deviation;
        this.degreesOfFreedom = Math.max(1, degreesOfFreedom);
    }
}

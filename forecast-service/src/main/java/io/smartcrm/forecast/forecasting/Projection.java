package io.smartcrm.forecast.forecasting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private final @Nullable Calibration calibration;

    Projection(double[] mean, double[] deviation, int degreesOfFreedom) {
        this(mean, deviation, degreesOfFreedom, null);
    }

    private Projection(double[] mean, double[] deviation, int degreesOfFreedom, @Nullable Calibration calibration) {
        this.mean = mean;
        this.deviation = deviation;
        this.degreesOfFreedom = Math.max(1, degreesOfFreedom);
        this.calibration = calibration;
    }

    /** The same view with a calibration that was found on the way, so that it need not be made again. */
    Projection calibrated(Calibration found) {
        return new Projection(mean, deviation, degreesOfFreedom, found);
    }

    Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }
}

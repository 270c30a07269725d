package io.smartcrm.forecast.forecasting;

/**
 * The Theta method on a series without season: the mean of two lines, the regression on time (theta 0) and the series
 * with doubled curvature (theta 2) continued by {@link SimpleSmoothing}.
 *
 * <p>This is the classical variant of Assimakopoulos &amp; Nikolopoulos 2000 with equal weights, as run in the M3 and M4
 * competitions. Hyndman &amp; Billah 2003 show that it equals simple smoothing with a drift of half the regression slope;
 * the form they give (R's {@code thetaf}) smooths the series itself and lets the drift fade in with
 * (1 - (1 - alpha)^n) / alpha, which agrees for long series only. The two differ by 1 % of sMAPE at most on the M3 sets
 * and neither is better throughout, so this one is taken: it is the published method.
 */
final class ThetaLines implements Model {
    /** Below this a slope is noise: the last value is all there is. */
    private static final int SHORTEST = 4;

    /** Intercept, slope, alpha and first level. */
    private static final int PARAMETERS = 4;

    private final Model onTooLittle = new Naive();

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < SHORTEST) {
            return onTooLittle.project(values, length, period, horizon);
        }
        double centre = (length - 1) / 2.0;
        double sum = 0;
        double moment = 0;
        for (int t = 0; t < length; t++) {
            sum += values[t];
            moment += (t - centre) * values[t];
        }
        double average = sum / length;
        double slope = moment * 12 / length / ((double) length * length - 1);

        double[] curved = new double[length];
        for (int t = 0; t < length; t++) {
            curved[t] = 2 * values[t] - (average + slope * (t - centre));
        }
        SimpleSmoothing smoothing = SimpleSmoothing.fit(curved);

        // The combined one-step error is half of the smoothing error: value = (line0 + line2) / 2.
        int degreesOfFreedom = Math.max(1, length - PARAMETERS);
        double spread = Math.sqrt(smoothing.squaredErrors / degreesOfFreedom) / 2;
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double line = average + slope * (length + step - centre);
            mean[step] = (line + smoothing.level) / 2;
            deviation[step] = spread * Math.sqrt(1 + step * smoothing.alpha * smoothing.alpha);
        }
        return new Projection(mean, deviation, degreesOfFreedom);
    }
}

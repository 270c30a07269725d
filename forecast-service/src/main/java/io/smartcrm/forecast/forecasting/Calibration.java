package io.smartcrm.forecast.forecasting;

/**
 * Widens or narrows a model's intervals to the errors it really makes when it is started at earlier {@link Origins}.
 *
 * <p>A model's own deviations are too small on short histories: they know nothing of a wrong trend or a broken season. So
 * the model is fitted anew at a few origins in the later half of the history, and each error is divided by the deviation
 * claimed for it: the score of normalised conformal prediction (Lei et al. 2018), comparable over steps and origins. A rank
 * among the scores is not taken as the half width: errors from one origin move together, a handful of origins holds no 95 %
 * rank, and on the M3 sets it covered less with wider intervals. Instead the scores' mean square, shrunk towards the
 * model's 1, rescales Student's t with one degree of freedom for each origin.
 *
 * <p>A history too short for a second fit keeps the model's own intervals. Half widths grow with the level, so intervals nest.
 */
final class Calibration {
    /** Two origins or one would ask for absurdly wide tails. */
    private static final int FEWEST = 3;

    /** The model's own view counts as much as this many scores. */
    private static final double PRIOR = 10;

    /** Before its first change a history claims certainty; at least this share of today's deviation is believed instead. */
    private static final double SMALLEST_SHARE = 0.1;

    private final double factor;
    private final int degreesOfFreedom;

    private Calibration(double factor, int degreesOfFreedom) {
        this.factor = factor;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /** Calibrates the projection made from all values. */
    static Calibration of(Model model, Projection projection, double[] values, int period) {
        int[] origins = Origins.of(values.length, period);
        Projection[] earlier = new Projection[origins.length];
        for (int i = 0; i < origins.length; i++) {
            int steps = Math.min(projection.mean.length, values.length - origins[i]);
            earlier[i] = model.project(values, origins[i], period, steps);
        }
        return of(projection, origins, earlier, values);
    }

    /** Calibrates by projections that were made from the origins. */
    static Calibration of(Projection projection, int[] origins, Projection[] earlier, double[] values) {
        if (origins.length == 0) {
            return new Calibration(1, projection.degreesOfFreedom);
        }
        double squares = 0;
        int scores = 0;
        for (int i = 0; i < origins.length; i++) {
            for (int step = 0; step < earlier[i].mean.length; step++) {
                double error = values[origins[i] + step] - earlier[i].mean[step];
                double claimed = Math.max(earlier[i].deviation[step], SMALLEST_SHARE * projection.deviation[step]);
                if (claimed > 0) {
                    squares += error / claimed * (error / claimed);
                    scores++;
                }
            }
        }
        double factor = Math.sqrt((PRIOR + squares) / (PRIOR + scores));
        return new Calibration(factor, Math.min(projection.degreesOfFreedom, Math.max(FEWEST, origins.length)));
    }

    /** Half of the interval's width, in deviations of the projection. */
    double halfWidth(double level) {
        return factor * StudentT.halfWidth(level, degreesOfFreedom);
    }
}

package io.smartcrm.forecast.forecasting;

/**
 * Widens or narrows a model's intervals to the errors it really makes when it is started at earlier origins.
 *
 * <p>A model's own deviations are too small on short histories: they know nothing of a wrong trend or a broken season. So
 * the model is fitted anew at up to {@value #ORIGINS} origins in the later half of the history, and each error is divided
 * by the deviation claimed for it: the score of normalised conformal prediction (Lei et al. 2018), comparable over steps
 * and origins. A rank among the scores is not taken as the half width: errors from one origin move together, a handful of
 * origins holds no 95 % rank, and on the M3 sets it covered less with wider intervals. Instead the scores' mean square,
 * shrunk towards the model's 1, rescales Student's t with one degree of freedom for each origin.
 *
 * <p>A history too short for a second fit keeps the model's own intervals. Half widths grow with the level, so intervals nest.
 */
final class Calibration {
    private static final int ORIGINS = 5;

    /** Steps a model is given to learn from, at the least. */
    private static final int SHORTEST = 5;

    /** A seasonal model is judged only where it could see its season: {@link Seasonality} asks for three of them. */
    private static final int SEASONS = 3;

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
        int length = values.length;
        int shortest = Math.max(SHORTEST, (length + 1) / 2);
        if (length > SEASONS * period) {
            shortest = Math.max(shortest, SEASONS * period);
        }
        int origins = Math.min(ORIGINS, length - shortest);
        if (origins < 1) {
            return new Calibration(1, projection.degreesOfFreedom);
        }
        double squares = 0;
        int scores = 0;
        for (int i = 0; i < origins; i++) {
            int origin = length - 1 - i * (length - shortest) / origins;
            int steps = Math.min(projection.mean.length, length - origin);
            Projection earlier = model.project(values, origin, period, steps);
            for (int step = 0; step < steps; step++) {
                double error = values[origin + step] - earlier.mean[step];
                double claimed = Math.max(earlier.deviation[step], SMALLEST_SHARE * projection.deviation[step]);
                if (claimed > 0) {
                    squares += error / claimed * (error / claimed);
                    scores++;
                }
            }
        }
        double factor = Math.sqrt((PRIOR + squares) / (PRIOR + scores));
        return new Calibration(factor, Math.min(projection.degreesOfFreedom, Math.max(FEWEST, origins)));
    }

    /** Half of the interval's width, in deviations of the projection. */
    double halfWidth(double level) {
        return factor * StudentT.halfWidth(level, degreesOfFreedom);
    }
}

package io.smartcrm.forecast.forecasting;

/**
 * Widens or narrows a model's intervals to the errors it really makes when it is started at earlier {@link Origins}.
 *
 * <p>A model's own deviations are too small on short histories: they know nothing of a wrong trend or a broken season. So
 * the model is fitted anew at a few origins in the later half of the history, and each error is divided by the deviation
 * claimed for it: the score of normalised conformal prediction (Lei et al. 2018), comparable over steps and origins. A rank
 * among the scores is not taken as the half width: errors from one origin move together, a handful of origins holds no 95 %
 * rank, and on the M3 sets it covered less with wider intervals. Instead the scores' mean square, shrunk towards the
 * model's 1, rescales Student's t.
 *
 * <p>What goes wrong with a trend learned from few steps grows with the steps ahead, and the late steps of an origin are too
 * few to show it. So variances are taken to grow with the square of the horizon as a share of the history, as those of an
 * estimated slope do: scores are divided by that growth at their origin, and it is put back at the end of the history. Steps
 * from one origin are worth the fourth root of their number as degrees of freedom: they err much alike, but not all the same.
 * These three numbers are those of a grid that bring the coverage of all M3 and M4 sets nearest to 95 % where each training part
 * is forecast from itself without its end; the test parts were not looked at.
 *
 * <p>A history too short for a second fit keeps the model's own intervals, grown alike. Half widths grow with the level, so
 * intervals nest.
 */
final class Calibration {
    /** Two degrees of freedom or one would ask for absurdly wide tails. */
    private static final int FEWEST = 3;

    /** The model's own view counts as much as this many scores. */
    private static final double PRIOR = 8;

    /** Variance grown, beside the model's own, where the horizon is as long as the history. */
    private static final double GROWTH = 32;

    /** Before its first change a history claims certainty; at least this share of today's deviation is believed instead. */
    private static final double SMALLEST_SHARE = 0.1;

    private final double factor;
    private final int degreesOfFreedom;
    private final int length;

    private Calibration(double factor, int degreesOfFreedom, int length) {
        this.factor = factor;
        this.degreesOfFreedom = degreesOfFreedom;
        this.length = length;
    }

    /** Calibrates the projection made from all values. */
    static Calibration of(Model model, Projection projection, double[] values, int period) {
        int[] origins = Origins.of(values.length, period);
        Projection[] earlier = new Projection[origins.length];
        for (int i = 0; i < origins.length; i++) {
            int steps = Math.min(projection.mean.length, values.length - origins[i]);
            earlier[i] = model.project(values, origins[i], period, steps);
        }
        return of(projection, origins, earlier, values, values.length);
    }

    /**
     * Calibrates by projections that were made from the origins.
     *
     * @param length values that the projection was made from
     */
    static Calibration of(Projection projection, int[] origins, Projection[] earlier, double[] values, int length) {
        if (origins.length == 0) {
            return new Calibration(1, projection.degreesOfFreedom, length);
        }
        double squares = 0;
        int scores = 0;
        double independent = 0;
        for (int i = 0; i < origins.length; i++) {
            int before = scores;
            for (int step = 0; step < earlier[i].mean.length; step++) {
                double error = values[origins[i] + step] - earlier[i].mean[step];
                double claimed = Math.max(earlier[i].deviation[step], SMALLEST_SHARE * projection.deviation[step]);
                if (claimed > 0) {
                    squares += error / claimed * (error / claimed) / growth(step, origins[i]);
                    scores++;
                }
            }
            independent += Math.sqrt(Math.sqrt(scores - before));
        }
        double factor = Math.sqrt((PRIOR + squares) / (PRIOR + scores));
        int degreesOfFreedom = Math.max(FEWEST, (int) Math.round(independent));
        return new Calibration(factor, Math.min(projection.degreesOfFreedom, degreesOfFreedom), length);
    }

    /** Half of the interval's width at each step, counted from 0, in deviations of the projection. */
    double[] halfWidths(double level, int horizon) {
        double[] halfWidths = new double[horizon];
        double atAll = factor * StudentT.halfWidth(level, degreesOfFreedom);
        for (int step = 0; step < horizon; step++) {
            halfWidths[step] = atAll * Math.sqrt(growth(step, length));
        }
        return halfWidths;
    }

    private static double growth(int step, int length) {
        double share = Math.min(1, (step + 1.0) / length);
        return 1 + GROWTH * share * share;
    }
}

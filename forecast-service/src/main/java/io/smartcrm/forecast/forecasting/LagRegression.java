package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Changes over one season (or one step) explained by earlier such changes: a seasonal-lag autoregression whose
 * coefficients are held back by a ridge, so that it may look far back. Without evidence it is the seasonal naive method.
 *
 * <p>Looking back eight seasons finds the week in hours of the day, sixty steps the year in weeks.
 */
final class LagRegression {
    private static final int SEASONS_BACK = 8;
    private static final int STEPS_BACK = 60;
    private static final int VALUES_A_LAG = 4;

    /** Sums of products of changes at every two lags, and with the change itself at lag 0; shared by all penalties. */
    private final double[][] products;

    private final double[] changes;
    private final int lags;
    private final int first;
    private final int period;
    private final double[] values;

    private LagRegression(double[] values, int period, int lags) {
        this.values = values;
        this.period = period;
        this.lags = lags;
        this.changes = new double[values.length];
        for (int t = period; t < values.length; t++) {
            changes[t] = values[t] - values[t - period];
        }
        this.first = period + lags;
        this.products = products();
    }

    /** How many lags a series of that length can bear; 0 if none. */
    static int lags(int length, int season) {
        return Math.min(Math.max(STEPS_BACK, SEASONS_BACK * season), (length - season) / VALUES_A_LAG);
    }

    /** @param period steps over which changes are taken: the season, or 1 */
    static LagRegression of(double[] values, int period, int season) {
        return new LagRegression(values, period, lags(values.length, season));
    }

    /** Each diagonal follows from its first element by what enters and leaves the window of one step. */
    private double[][] products() {
        int n = changes.length;
        double[][] result = new double[lags + 1][lags + 1];
        for (int gap = 0; gap <= lags; gap++) {
            double sum = 0;
            for (int t = first; t < n; t++) {
                sum += changes[t] * changes[t - gap];
            }
            result[gap][0] = sum;
            for (int j = 1; j + gap <= lags; j++) {
                sum += changes[first - j] * changes[first - j - gap] - changes[n - j] * changes[n - j - gap];
                result[j + gap][j] = sum;
            }
        }
        return result;
    }

    /** @param penalty of the ridge, relative to the changes' squares */
    Projection project(double penalty, int horizon) {
        double[][] gram = new double[lags][];
        double[] cross = new double[lags];
        double[] penalties = new double[lags];
        Arrays.fill(penalties, penalty * products[0][0] + Double.MIN_NORMAL);
        for (int i = 0; i < lags; i++) {
            gram[i] = Arrays.copyOfRange(products[i + 1], 1, lags + 1);
            cross[i] = products[i + 1][0];
        }
        double[] solved = RidgeRegression.solve(gram, cross, penalties);
        double[] coefficients = solved == null ? new double[lags] : solved;

        int n = values.length;
        double[] future = Arrays.copyOf(changes, n + horizon);
        double[] mean = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            int t = n + step;
            for (int j = 0; j < lags; j++) {
                future[t] += coefficients[j] * future[t - 1 - j];
            }
            mean[step] = future[t] + (step < period ? values[t - period] : mean[step - period]);
        }
        int degreesOfFreedom = Math.max(1, (n - first) / 2);
        double explained = 0;
        for (int j = 0; j < lags; j++) {
            explained += coefficients[j] * cross[j];
        }
        double spread = Math.sqrt(Math.max(0, products[0][0] - explained) / Math.max(1, n - first));
        return new Projection(mean, deviations(coefficients, spread, horizon), degreesOfFreedom);
    }

    /** A shock lives on in the changes, and these add up season by season. */
    private double[] deviations(double[] coefficients, double spread, int horizon) {
        double[] change = new double[horizon];
        double[] level = new double[horizon];
        double[] deviation = new double[horizon];
        double sum = 0;
        for (int step = 0; step < horizon; step++) {
            change[step] = step == 0 ? 1 : 0;
            for (int j = 0; j < Math.min(step, lags); j++) {
                change[step] += coefficients[j] * change[step - 1 - j];
            }
            level[step] = change[step] + (step >= period ? level[step - period] : 0);
            sum += level[step] * level[step];
            deviation[step] = spread * Math.sqrt(sum);
        }
        return deviation;
    }
}

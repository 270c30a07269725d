package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** A polynomial of time, and a level for each position of the season if there is one, fitted by {@link RegressionFit}. */
final class TrendRegression implements Model {
    private static final int SHORTEST = 4;
    private static final int VALUES_A_POWER = 10;

    private final Model onTooLittle = new Naive();
    private final int degree;

    /** @param degree of the polynomial at most; the corrected criterion of Akaike chooses */
    TrendRegression(int degree) {
        this.degree = degree;
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < SHORTEST) {
            return onTooLittle.project(values, length, period, horizon);
        }
        double[] known = Arrays.copyOf(values, length);
        int season = Seasonality.isPresent(values, length, period) ? period : 1;
        RegressionFit best = RegressionFit.of(design(1, season, length, 0, length), known);
        int chosen = 1;
        for (int power = 2; power <= Math.min(degree, length / VALUES_A_POWER); power++) {
            RegressionFit fit = RegressionFit.of(design(power, season, length, 0, length), known);
            if (fit.criterion() < best.criterion()) {
                best = fit;
                chosen = power;
            }
        }
        return best.project(design(chosen, season, length, length, horizon));
    }

    /** Powers of the time, which runs from -1 to 1 over the history, and one column for each position but the first. */
    private static double[][] design(int degree, int season, int length, int from, int count) {
        double[][] rows = new double[count][degree + season];
        for (int i = 0; i < count; i++) {
            powers(rows[i], degree, from + i, length);
            int position = (from + i) % season;
            if (position > 0) {
                rows[i][degree + position] = 1;
            }
        }
        return rows;
    }

    /** Writes 1, x, x^2, ... for the time x of a step. */
    static void powers(double[] row, int degree, int step, int length) {
        double time = length > 1 ? 2.0 * step / (length - 1) - 1 : 0;
        row[0] = 1;
        for (int power = 1; power <= degree; power++) {
            row[power] = row[power - 1] * time;
        }
    }
}

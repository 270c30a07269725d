package io.smartcrm.forecast.forecasting;

import io.smartcrm.forecast.forecasting.DemandRegression.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What known events moved in a history: a {@link RegressionFit} on them beside a trend and a season. What lies within two
 * standard errors of nothing is left out, and so is what never changed. Each event is seen from its median, so that a history
 * without its usual price is one at its usual price.
 */
final class Uplift {
    private static final double TELLING = 2;

    /** Longer seasons are waves: a level for each step would take what the events are to explain. */
    private static final int LONGEST_SEASON_OF_LEVELS = 12;

    private static final int WAVES = 3;

    /** Values for each number that is fitted, at the least. */
    private static final int VALUES_A_COLUMN = 2;

    private final List<Part> parts;

    private record Part(Regressor regressor, double usual, double change, double standardError) {
        double moved(int step) {
            return change * (regressor.value(step) - usual);
        }
    }

    private Uplift(List<Part> parts) {
        this.parts = parts;
    }

    static Uplift of(List<Regressor> regressors, double[] values, int length, int period) {
        List<Regressor> changing = regressors.stream()
                .filter(regressor -> regressor.changesWithin(length))
                .toList();
        int season = seasonColumns(period, length);
        int columns = 2 + season + changing.size();
        if (changing.isEmpty() || length < VALUES_A_COLUMN * columns) {
            return new Uplift(List.of());
        }
        double[][] design = new double[length][columns];
        for (int t = 0; t < length; t++) {
            TrendRegression.powers(design[t], 1, t, length);
            season(design[t], season, period, t);
            for (int i = 0; i < changing.size(); i++) {
                design[t][2 + season + i] = changing.get(i).value(t);
            }
        }
        RegressionFit fit = RegressionFit.of(design, Arrays.copyOf(values, length));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < changing.size(); i++) {
            int column = 2 + season + i;
            double change = fit.fit.coefficients[column];
            double error = fit.fit.isUsed(column) ? fit.standardError(column) : Double.POSITIVE_INFINITY;
            if (Math.abs(change) > TELLING * error) {
                parts.add(new Part(changing.get(i), changing.get(i).median(length), change, error));
            }
        }
        return new Uplift(parts);
    }

    private static int seasonColumns(int period, int length) {
        if (period < 2 || length < 2 * period) {
            return 0;
        }
        return period <= LONGEST_SEASON_OF_LEVELS ? period - 1 : 2 * WAVES;
    }

    private static void season(double[] row, int columns, int period, int step) {
        if (columns > 0 && period <= LONGEST_SEASON_OF_LEVELS) {
            int position = step % period;
            if (position > 0) {
                row[1 + position] = 1;
            }
            return;
        }
        for (int wave = 0; 2 * wave < columns; wave++) {
            double angle = 2 * Math.PI * (wave + 1) * step / period;
            row[2 + 2 * wave] = Math.sin(angle);
            row[3 + 2 * wave] = Math.cos(angle);
        }
    }

    boolean isNothing() {
        return parts.isEmpty();
    }

    /** Of one more of each, in units of the values. */
    List<Effect> effects() {
        return parts.stream()
                .map(part -> new Effect(part.regressor.name(), part.change, part.standardError))
                .toList();
    }

    /** The history as it would have been; where there was nothing, and nothing is below zero, there still is nothing. */
    double[] removed(double[] values, int length) {
        boolean below = Arrays.stream(values, 0, length).anyMatch(value -> value < 0);
        double[] rest = Arrays.copyOf(values, length);
        for (int t = 0; t < length; t++) {
            for (Part part : parts) {
                rest[t] -= part.moved(t);
            }
            if (!below) {
                rest[t] = values[t] == 0 ? 0 : Math.max(0, rest[t]);
            }
        }
        return rest;
    }

    /** Adds what is to come after so many steps, and the doubt about it. */
    void add(Projection projection, int length) {
        for (int step = 0; step < projection.mean.length; step++) {
            double variance = projection.deviation[step] * projection.deviation[step];
            for (Part part : parts) {
                projection.mean[step] += part.moved(length + step);
                double doubt = part.standardError * (part.regressor.value(length + step) - part.usual);
                variance += doubt * doubt;
            }
            projection.deviation[step] = Math.sqrt(variance);
        }
    }
}

package io.smartcrm.forecast.forecasting;

/**
 * First guesses of level, slope and season for one series: classical decomposition for the season, and a line through the
 * first values without it (Hyndman et al. 2008, section 2.6.1).
 */
final class EtsStart {
    private static final int FIRST_VALUES = 10;

    final int period;
    /** Typical change from one value to the next: the unit of steps away from the guesses; above 0. */
    final double unit;

    private final double average;
    private final Guess plain;
    private final Guess added;
    private final Guess multiplied;

    /** @param seasonal whether there are two whole seasons to see a pattern in */
    EtsStart(double[] values, int period, boolean seasonal) {
        this.period = seasonal ? period : 1;
        this.average = meanSize(values);
        this.unit = unit(values, average);
        this.plain = guess(values, null);
        this.added = seasonal ? guess(values, Seasonality.adding(values, values.length, period)) : plain;
        this.multiplied = seasonal && smallest(values) > 0
                ? guess(values, Seasonality.multiplying(values, values.length, period))
                : plain;
    }

    double level(EtsForm form) {
        return form.hasTrend() ? of(form).level : of(form).mean;
    }

    double slope(EtsForm form) {
        return of(form).slope;
    }

    double[] season(EtsForm form) {
        return of(form).season;
    }

    double seasonUnit(EtsForm form) {
        return form.multiplies() ? unit / average : unit;
    }

    private Guess of(EtsForm form) {
        return switch (form.season()) {
            case NONE -> plain;
            case ADDITIVE -> added;
            case MULTIPLICATIVE -> multiplied;
        };
    }

    private Guess guess(double[] values, @org.jspecify.annotations.Nullable Seasonality season) {
        double[] adjusted = season == null ? values : season.remove(values, values.length);
        int count = Math.min(adjusted.length, Math.max(FIRST_VALUES, 2 * period));
        double sum = 0;
        double moment = 0;
        double centre = (count + 1) / 2.0;
        for (int t = 0; t < count; t++) {
            sum += adjusted[t];
            moment += (t + 1 - centre) * adjusted[t];
        }
        double mean = sum / count;
        double slope = count < 2 ? 0 : moment * 12 / count / ((double) count * count - 1);
        return new Guess(mean, mean - slope * centre, slope, season == null ? new double[0] : season.pattern());
    }

    private static double meanSize(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum == 0 ? 1 : sum / values.length;
    }

    private static double unit(double[] values, double average) {
        double changes = SeasonalNaive.spread(values, values.length, 1);
        return Math.max(changes, 1e-9 * average);
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    private record Guess(
            double mean,
            double level,
            double slope,
            @SuppressWarnings("ArrayRecordComponent") double[] season) {}
}

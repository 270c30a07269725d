package io.smartcrm.forecast.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series as the sum of a trend, seasons of different lengths and a remainder (MSTL: Bandara, Hyndman &amp; Bergmeir 2021),
 * and how strong trend and seasons are (Wang, Smith &amp; Hyndman 2006).
 */
public final class Decomposition {
    private static final int ROUNDS = 2;
    private static final int FIRST_WINDOW = 11;
    private static final int WINDOW_STEP = 4;
    private static final int SHORTEST_TREND = 7;

    /** Below this share of the squared values a variance is what rounding leaves. */
    private static final double ROUNDING = 1e-24;

    private final int[] periods;
    private final List<double[]> seasons;
    private final double[] trend;
    private final double[] remainder;
    private final double trendStrength;
    private final double[] seasonStrengths;

    private Decomposition(
            int[] periods,
            List<double[]> seasons,
            double[] trend,
            double[] remainder,
            double trendStrength,
            double[] seasonStrengths) {
        this.periods = periods;
        this.seasons = seasons;
        this.trend = trend;
        this.remainder = remainder;
        this.trendStrength = trendStrength;
        this.seasonStrengths = seasonStrengths;
    }

    /**
     * Decomposes a series from its first known value on; later gaps are filled.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones
     * @param periods steps in each season; those not seen more than twice are left out
     * @throws IllegalArgumentException if the series holds no value or an infinite one, or a period is below 1
     */
    public static Decomposition of(double[] series, int... periods) {
        for (int period : periods) {
            if (period < 1) {
                throw new IllegalArgumentException("period must be at least 1, not " + period);
            }
        }
        History history = History.of(series, Arrays.stream(periods).max().orElse(1));
        Decomposition clean = ofClean(history.values, periods);
        return new Decomposition(
                clean.periods,
                clean.seasons.stream().map(season -> restored(history, season)).toList(),
                restored(history, clean.trend),
                restored(history, clean.remainder),
                clean.trendStrength,
                clean.seasonStrengths);
    }

    /** The same for values without gaps and of moderate size. */
    static Decomposition ofClean(double[] values, int... periods) {
        int n = values.length;
        int[] seen = Arrays.stream(periods)
                .filter(period -> period > 1 && 2L * period < n)
                .distinct()
                .sorted()
                .toArray();
        List<double[]> seasons = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            seasons.add(new double[n]);
        }
        double[] rest = values.clone();
        double[] trend = seen.length == 0 ? trendAlone(values) : rest;
        for (int round = 0; round < (seen.length > 1 ? ROUNDS : 1); round++) {
            for (int i = 0; i < seen.length; i++) {
                double[] season = seasons.get(i);
                add(rest, season, 1);
                Stl stl = Stl.of(rest, seen[i], FIRST_WINDOW + WINDOW_STEP * i, false);
                seasons.set(i, stl.season);
                trend = stl.trend;
                add(rest, stl.season, -1);
            }
        }
        double[] remainder = rest.clone();
        add(remainder, trend, -1);
        double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return new Decomposition(
                seen,
                seasons,
                trend,
                remainder,
                strength(trend, remainder, size),
                seasons.stream()
                        .mapToDouble(season -> strength(season, remainder, size))
                        .toArray());
    }

    /** The periods that were seen more than twice, shortest first. */
    public int[] periods() {
        return periods.clone();
    }

    /** Without seasons, in the unit of the series. */
    public double[] trend() {
        return trend.clone();
    }

    /** What the season of one of the {@link #periods} adds at each step. */
    public double[] season(int period) {
        return seasons.get(index(period)).clone();
    }

    public double[] remainder() {
        return remainder.clone();
    }

    /** Trend and remainder. */
    public double[] adjusted() {
        double[] adjusted = trend.clone();
        add(adjusted, remainder, 1);
        return adjusted;
    }

    /** From 0 for a series that wanders about no trend to 1 for one that follows it exactly. */
    public double trendStrength() {
        return trendStrength;
    }

    /** From 0 for no season to 1 for one that repeats itself exactly; 0 for a period that was not seen more than twice. */
    public double seasonStrength(int period) {
        return isSeen(period) ? seasonStrengths[index(period)] : 0;
    }

    boolean isSeen(int period) {
        return Arrays.binarySearch(periods, period) >= 0;
    }

    private int index(int period) {
        if (!isSeen(period)) {
            throw new IllegalArgumentException(
                    "no season of " + period + " steps; there are " + Arrays.toString(periods));
        }
        return Arrays.binarySearch(periods, period);
    }

    /** The share of variance that the part explains of itself and the remainder; of rounding errors it explains nothing. */
    private static double strength(double[] part, double[] remainder, double size) {
        double[] both = remainder.clone();
        add(both, part, 1);
        double variance = variance(both);
        return variance <= ROUNDING * size * size ? 0 : Math.max(0, 1 - variance(remainder) / variance);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }

    private static double[] trendAlone(double[] values) {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        int window = Stl.odd(Math.max(SHORTEST_TREND, values.length / 3.0));
        return values.length < 3 ? values.clone() : new Loess(window, true).smooth(values, weights);
    }

    private static void add(double[] sum, double[] part, double sign) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += sign * part[t];
        }
    }

    private static double[] restored(History history, double[] values) {
        return Arrays.stream(values).map(history::restore).toArray();
    }
}

package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Series that have broken forecasters before, and ordinary ones from a seed. */
final class SeriesFixtures {
    private SeriesFixtures() {}

    static Map<String, double[]> hostile() {
        double nan = Double.NaN;
        Map<String, double[]> series = new LinkedHashMap<>();
        series.put("one value", new double[] {42});
        series.put("one zero", new double[] {0});
        series.put("two values", new double[] {1, 100});
        series.put("three values", new double[] {3, 1, 2});
        series.put("four values", new double[] {4, 3, 1, 2});
        series.put("constant", filled(40, 7.3));
        series.put("all zero", filled(40, 0));
        series.put("one sale ever", withLast(filled(40, 0), 5));
        series.put("a last jump", withLast(filled(40, 3), 1e12));
        series.put(
                "rare sales",
                IntStream.range(0, 60).mapToDouble(t -> t % 11 == 3 ? 1 : 0).toArray());
        series.put(
                "negative", IntStream.range(0, 50).mapToDouble(t -> -1000 - t).toArray());
        series.put(
                "exponential growth",
                IntStream.range(0, 60).mapToDouble(t -> Math.pow(5, t)).toArray());
        series.put(
                "largest doubles",
                IntStream.range(0, 30)
                        .mapToDouble(t -> t % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE)
                        .toArray());
        series.put(
                "smallest doubles",
                IntStream.range(0, 30).mapToDouble(t -> t * Double.MIN_VALUE).toArray());
        series.put(
                "huge beside tiny",
                IntStream.range(0, 30)
                        .mapToDouble(t -> t % 2 == 0 ? 1e300 : 1e-300)
                        .toArray());
        series.put(
                "large level, small changes",
                IntStream.range(0, 60).mapToDouble(t -> 1e15 + t % 3).toArray());
        series.put(
                "mostly missing",
                IntStream.range(0, 60).mapToDouble(t -> t % 7 == 0 ? t : nan).toArray());
        series.put("missing at both ends", new double[] {nan, nan, 5, 6, nan, 8, nan, nan});
        series.put("only the first known", withFirst(filled(20, nan), 9));
        series.put(
                "alternating sign",
                IntStream.range(0, 36).mapToDouble(t -> t % 2 == 0 ? 1 : -1).toArray());
        series.put(
                "vanishing season",
                IntStream.range(0, 48).mapToDouble(t -> t % 4 == 0 ? 1e-9 : 100).toArray());
        return series;
    }

    static double[] randomWalk(Random random, int length) {
        double[] values = new double[length];
        double level = 1000;
        for (int t = 0; t < length; t++) {
            level += 10 * random.nextGaussian();
            values[t] = level;
        }
        return values;
    }

    /** Positive, with trend, a season of that period, and noise. */
    static double[] sales(Random random, int length, int period) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            double season = 1 + 0.3 * Math.sin(2 * Math.PI * t / period);
            values[t] = (500 + 2 * t) * season * Math.exp(0.1 * random.nextGaussian());
        }
        return values;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] withLast(double[] values, double last) {
        values[values.length - 1] = last;
        return values;
    }

    private static double[] withFirst(double[] values, double first) {
        values[0] = first;
        return values;
    }
}

package io.smartcrm.bench.forecast;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.forecast.forecasting.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * CPU milliseconds a series, once warm and on one thread, for the expected values alone: simulated series of the lengths,
 * periods and horizons of M3 quarterly and monthly. With a number of series: seconds on the wall for the products of a shop, on so
 * many threads, with intervals; and how much faster that is than one thread, seen on some of them.
 */
public final class ForecastSpeed {
    private static final Syntax SYNTAX = new Syntax(
            "forecast-speed [--method NAME] [--series N [--threads N]]",
            Set.of("method", "series", "threads"),
            Set.of());
    private static final int MOST_TO_COMPARE_BY = 2_000;
    private static final int SERIES = 40;
    private static final double SECONDS = 0.5;

    private ForecastSpeed() {}

    public static void main(String[] args) {
        Command.execute("forecast-speed", SYNTAX, args, ForecastSpeed::run);
    }

    private static Figures run(Arguments arguments) {
        Optional<String> name = arguments.text("method");
        if (arguments.has("series")) {
            return together(
                    name.isPresent() ? named(arguments, name.get()) : Method.byDefault(),
                    arguments.requiredPositive("series"),
                    arguments.positive("threads", Runtime.getRuntime().availableProcessors()));
        }
        List<Method> methods = name.isPresent() ? List.of(named(arguments, name.get())) : List.of(Method.values());
        Figures figures = new Figures();
        for (Method method : methods) {
            String key = method.id().replace('-', '_');
            figures.add(key + "_quarterly_ms", milliseconds(method, 49, 4, 8), 4);
            figures.add(key + "_monthly_ms", milliseconds(method, 99, 12, 18), 4);
            System.err.println(method.id() + " measured");
        }
        return figures;
    }

    private static Figures together(Method method, int series, int threads) {
        ManySeries some = new ManySeries(method, Math.min(series, MOST_TO_COMPARE_BY));
        double warming = some.seconds(threads);
        System.err.println(some.count() + " series warmed up in " + Math.round(warming) + " s");
        double speedup = some.seconds(1) / some.seconds(threads);
        double seconds = new ManySeries(method, series).seconds(threads);
        return new Figures()
                .add("series", series)
                .add("threads", threads)
                .add("wall_s", seconds, 2)
                .add("per_s", series / seconds, 1)
                .add("speedup", speedup, 2)
                .add("peak_heap_mb", ManySeries.peakHeapMegabytes());
    }

    private static Method named(Arguments arguments, String name) {
        try {
            return Method.named(name);
        } catch (IllegalArgumentException e) {
            throw arguments.complaint("--method: " + e.getMessage());
        }
    }

    private static double milliseconds(Method method, int length, int period, int horizon) {
        double[][] series = IntStream.range(0, SERIES)
                .mapToObj(seed -> simulated(new Random(seed), length, period))
                .toArray(double[][]::new);
        repeat(method, series, period, horizon);
        return repeat(method, series, period, horizon);
    }

    private static double repeat(Method method, double[][] series, int period, int horizon) {
        CpuClock clock = CpuClock.start();
        int rounds = 0;
        do {
            Arrays.stream(series).forEach(values -> method.forecaster().forecast(values, period, horizon));
            rounds++;
        } while (clock.seconds() < SECONDS);
        return clock.seconds() * 1000 / rounds / series.length;
    }

    /** A level that wanders, a trend, a season and noise. */
    private static double[] simulated(Random random, int length, int period) {
        double[] values = new double[length];
        double level = 4000;
        double height = 0.3 * random.nextDouble();
        for (int t = 0; t < length; t++) {
            level *= 1 + 0.004 * random.nextDouble() + 0.02 * random.nextGaussian();
            double season = 1 + height * Math.sin(2 * Math.PI * t / period);
            values[t] = level * season * Math.exp(0.05 * random.nextGaussian());
        }
        return values;
    }
}

package io.smartcrm.forecast.accuracy;

import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A backtest that repeats the past: each method forecasts from the latest origins of a series, knowing only what came
 * before them, and is held against what came after (Tashman 2000).
 *
 * @param period steps in a season, at least 1
 * @param horizon steps of each forecast, at least 1
 * @param origins forecasts to make at most, at least {@value #FEWEST_ORIGINS}
 * @param shortest steps before the first origin, at least 1
 * @param nonNegative whether the quantity cannot be below zero
 */
public record RollingOrigin(int period, int horizon, int origins, int shortest, boolean nonNegative) {
    /** Fewer forecasts than this rank nothing: one lucky week would decide. */
    private static final int FEWEST_ORIGINS = 3;

    private static final int USUAL_ORIGINS = 12;
    private static final int SHORTEST_WITHOUT_SEASON = 8;
    private static final double MANY_ZEROS = 0.25;
    private static final int LONG = 200;

    public RollingOrigin {
        requireAtLeast(1, period, "period");
        requireAtLeast(1, horizon, "horizon");
        requireAtLeast(FEWEST_ORIGINS, origins, "origins");
        requireAtLeast(1, shortest, "shortest");
    }

    /** The usual backtest: twelve origins if the series has them, the first after eight steps and, if there is one, a season. */
    public static RollingOrigin of(int period, int horizon, boolean nonNegative) {
        int shortest = SHORTEST_WITHOUT_SEASON + (period > 1 ? period : 0);
        return new RollingOrigin(period, horizon, USUAL_ORIGINS, shortest, nonNegative);
    }

    /** The same with half as many origins for a series so long that each takes its time. */
    public RollingOrigin forLength(int steps) {
        return steps <= LONG
                ? this
                : new RollingOrigin(period, horizon, Math.max(FEWEST_ORIGINS, origins / 2), shortest, nonNegative);
    }

    /** Steps a series must have to be compared on. */
    public int needed() {
        return shortest + horizon + FEWEST_ORIGINS - 1;
    }

    /**
     * Ranks the methods on a series.
     *
     * @param series values in time order, {@link Double#NaN} for missing ones
     * @param methods at least one
     * @param levels interval levels to check along the way
     */
    public Comparison compare(double[] series, List<Method> methods, double... levels) {
        return compare(series, methods, KnownEvents.NONE, levels);
    }

    /**
     * Ranks the methods on a series of which something is known beforehand, at each origin as much as now.
     *
     * @param events from the first step of the series to the end of its last
     */
    public Comparison compare(double[] series, List<Method> methods, KnownEvents events, double... levels) {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("methods is empty");
        }
        double[] known = fromFirstToLast(series);
        KnownEvents told = events.since(leading(series));
        if (known.length < needed()) {
            return new Comparison.TooShort(known.length, needed());
        }
        int used = Math.min(origins, known.length - horizon - shortest + 1);
        Comparison.Measure measure = zeros(known) > MANY_ZEROS ? Comparison.Measure.RMSE : Comparison.Measure.MAE;
        List<Run> runs = new ArrayList<>(methods.stream()
                .map(method -> run(method, known, told, used, levels))
                .toList());
        runs.sort(Comparator.comparingDouble(run -> measure.of(run.total)));
        boolean clear = runs.size() > 1 && clearlyBetter(runs.get(0), runs.get(1), measure);
        return new Comparison.Ranked(runs.stream().map(Run::backtest).toList(), measure, used, horizon, clear);
    }

    private Run run(Method method, double[] series, KnownEvents events, int used, double[] levels) {
        Run run = new Run(method, levels);
        for (int i = used - 1; i >= 0; i--) {
            int origin = series.length - horizon - i;
            double[] history = Arrays.copyOf(series, origin);
            double[] actual = Arrays.copyOfRange(series, origin, origin + horizon);
            Forecast forecast = method.forecaster(events).forecast(history, period, horizon, levels);
            run.add(actual, nonNegative ? forecast.nonNegative() : forecast, Scale.of(history, 1));
        }
        return run;
    }

    /** One standard error of the paired differences, the usual yardstick for "no worse than". */
    private static boolean clearlyBetter(Run best, Run second, Comparison.Measure measure) {
        int n = best.byOrigin.size();
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            double difference = measure.of(second.byOrigin.get(i)) - measure.of(best.byOrigin.get(i));
            if (!Double.isNaN(difference)) {
                sum += difference;
                squares += difference * difference;
                pairs++;
            }
        }
        if (pairs < FEWEST_ORIGINS) {
            return false;
        }
        double mean = sum / pairs;
        double variance = Math.max(0, squares / pairs - mean * mean) * pairs / (pairs - 1);
        return mean > 0 && mean > Math.sqrt(variance / pairs);
    }

    private static int leading(double[] series) {
        int first = 0;
        while (first < series.length && Double.isNaN(series[first])) {
            first++;
        }
        return first;
    }

    private static double[] fromFirstToLast(double[] series) {
        int first = leading(series);
        int end = series.length;
        while (end > first && Double.isNaN(series[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(series, first, end);
    }

    private static double zeros(double[] series) {
        return (double) Arrays.stream(series).filter(value -> value == 0).count() / series.length;
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }

    /** A method's errors while the origins roll. */
    private static final class Run {
        private final Method method;
        private final List<Errors> byOrigin = new ArrayList<>();
        private final List<IntervalErrors> intervals = new ArrayList<>();
        private final List<Double> mases = new ArrayList<>();
        private final List<Double> rmsses = new ArrayList<>();
        private Errors total = Errors.NONE;

        Run(Method method, double[] levels) {
            this.method = method;
            for (double level : levels) {
                intervals.add(IntervalErrors.none(level));
            }
        }

        void add(double[] actual, Forecast forecast, Scale scale) {
            Errors errors = Errors.of(actual, forecast.mean());
            byOrigin.add(errors);
            total = total.plus(errors);
            mases.add(errors.mase(scale));
            rmsses.add(errors.rmsse(scale));
            for (int i = 0; i < intervals.size(); i++) {
                IntervalErrors more =
                        IntervalErrors.of(actual, forecast.intervals().get(i));
                intervals.set(i, intervals.get(i).plus(more));
            }
        }

        Backtest backtest() {
            return new Backtest(method, total, intervals, mean(mases), mean(rmsses));
        }

        private static double mean(List<Double> values) {
            return values.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
    }
}

package io.smartcrm.forecast.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several models continue a series, and their mean or median is the forecast.
 *
 * <p>{@link #mean} and {@link #median} keep the weights equal, which is hard to beat on short histories (Clemen 1989). {@link #weighted}
 * divides them by the mean absolute error at earlier {@link Origins}, raised to a power that grows with the history up to
 * {@value #LARGEST_POWER} (Bates &amp; Granger 1969).
 */
final class Combination implements Model {
    private static final double STEPS_FOR_ONE_POWER = 60;
    private static final double LARGEST_POWER = 2;

    private final List<Part> parts;
    private final Kind kind;

    private enum Kind {
        MEAN,
        MEDIAN,
        WEIGHTED
    }

    /**
     * A model and what it weighs before its errors are known.
     *
     * @param judged whether it is started at earlier origins, too; one that takes its time is not, and weighs what others do on
     *     average
     */
    record Part(Model model, Weight weight, boolean judged) {
        static Part of(Model model) {
            return new Part(model, (length, period) -> 1, true);
        }

        static Part of(Model model, Weight weight) {
            return new Part(model, weight, true);
        }

        static Part unjudged(Model model, Weight weight) {
            return new Part(model, weight, false);
        }
    }

    /** From the length of the history and its period; 0 where the model is not to be asked. */
    @FunctionalInterface
    interface Weight {
        double of(int length, int period);
    }

    private Combination(List<Part> parts, Kind kind) {
        this.parts = List.copyOf(parts);
        this.kind = kind;
    }

    static Combination mean(Model... models) {
        return new Combination(Arrays.stream(models).map(Part::of).toList(), Kind.MEAN);
    }

    static Combination median(Model... models) {
        return new Combination(Arrays.stream(models).map(Part::of).toList(), Kind.MEDIAN);
    }

    static Combination weighted(Part... parts) {
        return new Combination(List.of(parts), Kind.WEIGHTED);
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        List<Part> judged = asked(true, length, period);
        List<Part> unjudged = asked(false, length, period);
        int[] origins = Origins.of(length, period);
        Projection[][] earlier = new Projection[origins.length][];
        for (int i = 0; i < origins.length; i++) {
            earlier[i] = project(judged, values, origins[i], period, Math.min(horizon, length - origins[i]));
        }
        double[] factors = factors(judged.size(), values, length, origins, earlier);
        double[] weights = weights(judged, factors, length, period);
        Projection[] combinedEarlier = new Projection[origins.length];
        for (int i = 0; i < origins.length; i++) {
            combinedEarlier[i] = combined(earlier[i], weights);
        }
        List<Part> all = new ArrayList<>(judged);
        all.addAll(unjudged);
        double[] allFactors = Arrays.copyOf(factors, all.size());
        Arrays.fill(
                allFactors,
                factors.length,
                all.size(),
                Arrays.stream(factors).average().orElse(1));
        Projection combined =
                combined(project(all, values, length, period, horizon), weights(all, allFactors, length, period));
        return combined.calibrated(Calibration.of(combined, origins, combinedEarlier, values, length));
    }

    private List<Part> asked(boolean judged, int length, int period) {
        return parts.stream()
                .filter(part -> part.judged == judged && part.weight.of(length, period) > 0)
                .toList();
    }

    private static Projection[] project(List<Part> parts, double[] values, int length, int period, int horizon) {
        Bounds bounds = Bounds.of(values, length);
        Projection[] projections = new Projection[parts.size()];
        for (int k = 0; k < projections.length; k++) {
            projections[k] = parts.get(k).model.project(values, length, period, horizon);
            bounds.keep(projections[k]);
        }
        return projections;
    }

    private static double[] weights(List<Part> parts, double[] factors, int length, int period) {
        double[] weights = IntStream.range(0, factors.length)
                .mapToDouble(k -> factors[k] * parts.get(k).weight.of(length, period))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** What errors at earlier origins make of each weight. */
    private double[] factors(int count, double[] values, int length, int[] origins, Projection[][] earlier) {
        double[] factors = new double[count];
        Arrays.fill(factors, 1);
        if (kind != Kind.WEIGHTED) {
            return factors;
        }
        double[] errors = new double[count];
        for (int i = 0; i < origins.length; i++) {
            for (int k = 0; k < errors.length; k++) {
                double[] mean = earlier[i][k].mean;
                for (int step = 0; step < mean.length; step++) {
                    errors[k] += Math.abs(values[origins[i] + step] - mean[step]);
                }
            }
        }
        double least = Arrays.stream(errors).min().orElse(0);
        if (!(least > 0)) {
            return factors;
        }
        double power = Math.min(LARGEST_POWER, length / STEPS_FOR_ONE_POWER);
        for (int k = 0; k < errors.length; k++) {
            factors[k] = Math.pow(least / errors[k], power);
        }
        return factors;
    }

    /** Errors of methods on one series are nearly the same errors: deviations are averaged as if they were. */
    private Projection combined(Projection[] parts, double[] weights) {
        int horizon = parts[0].mean.length;
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        double degreesOfFreedom = 0;
        for (int k = 0; k < parts.length; k++) {
            for (int step = 0; step < horizon; step++) {
                mean[step] += weights[k] * parts[k].mean[step];
                deviation[step] += weights[k] * parts[k].deviation[step];
            }
            degreesOfFreedom += weights[k] * parts[k].degreesOfFreedom;
        }
        for (int step = 0; kind == Kind.MEDIAN && step < horizon; step++) {
            mean[step] = median(parts, step);
        }
        return new Projection(mean, deviation, (int) Math.round(degreesOfFreedom));
    }

    private static double median(Projection[] parts, int step) {
        double[] sorted = Arrays.stream(parts)
                .mapToDouble(part -> part.mean[step])
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

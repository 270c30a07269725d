package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

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
     * @param weight from the length of the history; above 0
     */
    record Part(Model model, IntToDoubleFunction weight) {
        static Part of(Model model) {
            return new Part(model, length -> 1);
        }
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
        Projection[] latest = parts(values, length, period, horizon);
        int[] origins = Origins.of(length, period);
        Projection[][] earlier = new Projection[origins.length][];
        for (int i = 0; i < origins.length; i++) {
            earlier[i] = parts(values, origins[i], period, Math.min(horizon, length - origins[i]));
        }
        double[] weights = weights(values, length, origins, earlier);
        Projection combined = combined(latest, weights);
        Projection[] combinedEarlier = new Projection[origins.length];
        for (int i = 0; i < origins.length; i++) {
            combinedEarlier[i] = combined(earlier[i], weights);
        }
        return combined.calibrated(Calibration.of(combined, origins, combinedEarlier, values, length));
    }

    private Projection[] parts(double[] values, int length, int period, int horizon) {
        Bounds bounds = Bounds.of(values, length);
        Projection[] projections = new Projection[parts.size()];
        for (int k = 0; k < projections.length; k++) {
            projections[k] = parts.get(k).model.project(values, length, period, horizon);
            bounds.keep(projections[k]);
        }
        return projections;
    }

    private double[] weights(double[] values, int length, int[] origins, Projection[][] earlier) {
        double[] weights = parts.stream()
                .mapToDouble(part -> part.weight.applyAsDouble(length))
                .toArray();
        if (kind == Kind.WEIGHTED) {
            judge(weights, values, length, origins, earlier);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static void judge(double[] weights, double[] values, int length, int[] origins, Projection[][] earlier) {
        double[] errors = new double[weights.length];
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
            return;
        }
        double power = Math.min(LARGEST_POWER, length / STEPS_FOR_ONE_POWER);
        for (int k = 0; k < errors.length; k++) {
            weights[k] *= Math.pow(least / errors[k], power);
        }
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

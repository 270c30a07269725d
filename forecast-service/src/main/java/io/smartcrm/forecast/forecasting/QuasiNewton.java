package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Finds a local minimum of a smooth function by the BFGS method with backtracking (Nocedal &amp; Wright 2006, algorithm
 * 6.1). A point outside of what the function accepts has an infinite value; the start must have a finite one.
 */
final class QuasiNewton {
    private static final int MOST_STEPS = 150;
    private static final int MOST_HALVINGS = 12;
    private static final double SUFFICIENT = 1e-4;
    private static final double SMALLEST_GAIN = 1e-8;
    private static final double LONGEST_FIRST_STEP = 0.5;
    private static final int PATIENCE = 2;

    private QuasiNewton() {}

    /** A function to minimise; {@code gradient} is written unless the value is infinite or not a number. */
    @FunctionalInterface
    interface Slope {
        double at(double[] point, double[] gradient);
    }

    /** Moves {@code point} to the minimum and returns the value there. */
    static double minimise(Slope function, double[] point) {
        int n = point.length;
        double[] gradient = new double[n];
        double value = function.at(point, gradient);
        if (n == 0 || !Double.isFinite(value)) {
            return value;
        }
        double[] inverse = new double[n * n];
        restart(inverse, gradient);
        double[] next = new double[n];
        double[] nextGradient = new double[n];
        double[] direction = new double[n];
        int idle = 0;
        for (int step = 0; step < MOST_STEPS && idle < PATIENCE; step++) {
            double descent = downhill(inverse, gradient, direction);
            if (!(descent < 0)) {
                restart(inverse, gradient);
                descent = downhill(inverse, gradient, direction);
                if (!(descent < 0)) {
                    break;
                }
            }
            double length = 1;
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                for (int i = 0; i < n; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = function.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * length * descent) {
                    break;
                }
                length *= shrinking(value, nextValue, length * descent);
            }
            if (!(nextValue < value)) {
                break;
            }
            update(inverse, point, next, gradient, nextGradient, direction);
            idle = value - nextValue < SMALLEST_GAIN * (1 + Math.abs(value)) ? idle + 1 : 0;
            value = nextValue;
            System.arraycopy(next, 0, point, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
        }
        return value;
    }

    /** The vertex of the parabola through the start, its slope and the point tried, within a tenth and a half. */
    private static double shrinking(double value, double tried, double descent) {
        double vertex = -descent / (2 * (tried - value - descent));
        return vertex > 0.1 ? Math.min(vertex, 0.5) : 0.1;
    }

    private static void restart(double[] inverse, double[] gradient) {
        int n = gradient.length;
        double steepness = 0;
        for (double slope : gradient) {
            steepness += slope * slope;
        }
        Arrays.fill(inverse, 0);
        double scale = LONGEST_FIRST_STEP / Math.max(LONGEST_FIRST_STEP, Math.sqrt(steepness));
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = scale;
        }
    }

    /** Writes the direction and returns the slope along it. */
    private static double downhill(double[] inverse, double[] gradient, double[] direction) {
        int n = gradient.length;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum -= inverse[i * n + j] * gradient[j];
            }
            direction[i] = sum;
            slope += sum * gradient[i];
        }
        return slope;
    }

    /** Adds what the last step tells about the curvature; {@code work} is overwritten. */
    private static void update(
            double[] inverse, double[] point, double[] next, double[] gradient, double[] nextGradient, double[] work) {
        int n = point.length;
        double curvature = 0;
        for (int i = 0; i < n; i++) {
            curvature += (next[i] - point[i]) * (nextGradient[i] - gradient[i]);
        }
        if (!(curvature > 1e-12)) {
            return;
        }
        double quadratic = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i * n + j] * (nextGradient[j] - gradient[j]);
            }
            work[i] = sum;
            quadratic += sum * (nextGradient[i] - gradient[i]);
        }
        double weight = (1 + quadratic / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            double moved = next[i] - point[i];
            for (int j = 0; j < n; j++) {
                double movedToo = next[j] - point[j];
                inverse[i * n + j] += weight * moved * movedToo - (work[i] * movedToo + moved * work[j]) / curvature;
            }
        }
    }
}

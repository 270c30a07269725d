package io.smartcrm.loyalty.value;

import java.util.Arrays;

/** Finds where a smooth function is least: BFGS with a backtracking search (Nocedal and Wright 2006, chapters 3 and 6). */
final class Minimiser {
    private static final int MAX_STEPS = 200;
    private static final int MAX_HALVINGS = 40;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double LONGEST_STEP = 2;

    /** The value at a point; its derivatives are put into the gradient. */
    @FunctionalInterface
    interface Function {
        double at(double[] point, double[] gradient);
    }

    /** Where the search ended. */
    static final class Minimum {
        private final double[] point;
        private final double value;
        private final int evaluations;

        private Minimum(double[] point, double value, int evaluations) {
            this.point = point;
            this.value = value;
            this.evaluations = evaluations;
        }

        double[] point() {
            return point.clone();
        }

        double value() {
            return value;
        }

        int evaluations() {
            return evaluations;
        }
    }

    private final Function function;
    private final double tolerance;
    private int evaluations;

    /** @param tolerance of the decrease that one more step promises */
    Minimiser(Function function, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
    }

    Minimum from(double[] start, int maxSteps) {
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double value = evaluate(point, gradient);
        double[][] inverse = identity(n);
        boolean fresh = true;
        for (int step = 0; step < Math.min(maxSteps, MAX_STEPS); step++) {
            double[] direction = times(inverse, gradient, -1);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                inverse = identity(n);
                direction = times(inverse, gradient, -1);
                slope = dot(direction, gradient);
            }
            if (-slope < tolerance) {
                break;
            }
            double length = Math.sqrt(dot(direction, direction));
            double size = Math.min(1, LONGEST_STEP / length);
            if (fresh) {
                size = Math.min(size, 0.3 / length);
            }
            double[] nextGradient = new double[n];
            double[] next = point;
            double nextValue = value;
            boolean found = false;
            for (int i = 0; i < MAX_HALVINGS; i++, size /= 2) {
                next = plus(point, direction, size);
                nextValue = evaluate(next, nextGradient);
                if (nextValue <= value + ENOUGH_DECREASE * size * slope) {
                    found = true;
                    break;
                }
            }
            if (!found) {
                if (fresh) {
                    break;
                }
                inverse = identity(n);
                fresh = true;
                continue;
            }
            update(inverse, minus(next, point), minus(nextGradient, gradient), fresh);
            fresh = false;
            point = next;
            value = nextValue;
            gradient = nextGradient;
        }
        return new Minimum(point, value, evaluations);
    }

    private double evaluate(double[] point, double[] gradient) {
        evaluations++;
        double value = function.at(point, gradient);
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    /** Equation 6.17; the first time scaled as by 6.20. */
    private static void update(double[][] inverse, double[] moved, double[] turned, boolean first) {
        double curvature = dot(moved, turned);
        if (curvature <= 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
            return;
        }
        int n = moved.length;
        if (first) {
            double scale = curvature / dot(turned, turned);
            for (int i = 0; i < n; i++) {
                inverse[i][i] = scale;
            }
        }
        double[] product = times(inverse, turned, 1);
        double factor = (1 + dot(turned, product) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] +=
                        factor * moved[i] * moved[j] - (product[i] * moved[j] + moved[i] * product[j]) / curvature;
            }
        }
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] times(double[][] matrix, double[] vector, double factor) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> factor * dot(row, vector))
                .toArray();
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[] plus(double[] point, double[] direction, double size) {
        double[] sum = point.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += size * direction[i];
        }
        return sum;
    }

    private static double[] minus(double[] one, double[] other) {
        return plus(one, other, -1);
    }
}

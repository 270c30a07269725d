package io.smartcrm.forecast.forecasting;

import org.jspecify.annotations.Nullable;

/** Solves (G + penalty) x = c for a symmetric, positive semidefinite G by Cholesky's factorisation. */
final class RidgeRegression {
    /** Pivots below this share of the largest one mean that a column adds nothing. */
    private static final double SMALLEST_PIVOT = 1e-12;

    private RidgeRegression() {}

    /**
     * The coefficients, or null where the system has no unique solution.
     *
     * @param gram G, row by row; its lower triangle is read, nothing is changed
     * @param cross c
     * @param penalties added to the diagonal, at least 0
     */
    static double @Nullable [] solve(double[][] gram, double[] cross, double[] penalties) {
        int n = cross.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, gram[i][i] + penalties[i]);
        }
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            factor[i] = row;
            for (int j = 0; j <= i; j++) {
                double sum = gram[i][j] + (i == j ? penalties[i] : 0) - dot(row, factor[j], j);
                if (i > j) {
                    row[j] = sum / factor[j][j];
                } else if (sum > SMALLEST_PIVOT * largest) {
                    row[i] = Math.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        double[] x = cross.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= factor[i][j] * x[i];
            }
        }
        return x;
    }

    /** Four sums at once: one alone would wait for its own last addition. */
    private static double dot(double[] left, double[] right, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }
        for (; i < length; i++) {
            first += left[i] * right[i];
        }
        return first + second + third + fourth;
    }
}

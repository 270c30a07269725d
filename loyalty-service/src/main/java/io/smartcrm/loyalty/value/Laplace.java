package io.smartcrm.loyalty.value;

import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * How sure a fit is: parameters drawn from the normal distribution that the likelihood looks like around its maximum, by the
 * logarithms of the parameters.
 */
final class Laplace {
    private static final double STEP = 1e-4;

    private Laplace() {}

    /**
     * Draws, one a row; all equal to the maximum when the likelihood has no peak there.
     *
     * @param loss the negative log-likelihood
     * @param logs where it is least
     */
    static double[][] draws(Minimiser.Function loss, double[] logs, int number, long seed) {
        int n = logs.length;
        double[][] root = cholesky(inverse(hessian(loss, logs)));
        var random = new Random(seed);
        double[][] draws = new double[number][n];
        for (double[] draw : draws) {
            double[] normal =
                    DoubleStream.generate(random::nextGaussian).limit(n).toArray();
            for (int i = 0; i < n; i++) {
                double shift = 0;
                for (int j = 0; j <= i; j++) {
                    shift += root[i][j] * normal[j];
                }
                draw[i] = Math.exp(logs[i] + shift);
            }
        }
        return draws;
    }

    private static double[][] hessian(Minimiser.Function loss, double[] logs) {
        int n = logs.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] above = new double[n];
            double[] below = new double[n];
            double[] point = logs.clone();
            point[i] += STEP;
            loss.at(point, above);
            point[i] -= 2 * STEP;
            loss.at(point, below);
            for (int j = 0; j < n; j++) {
                hessian[i][j] += (above[j] - below[j]) / (4 * STEP);
                hessian[j][i] += (above[j] - below[j]) / (4 * STEP);
            }
        }
        return hessian;
    }

    /** By Gauss and Jordan with row exchange; zeros when there is none. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, n);
            work[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(work[row][column]) > Math.abs(work[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = work[pivot];
            work[pivot] = work[column];
            work[column] = swapped;
            double scale = work[column][column];
            if (!(Math.abs(scale) > 1e-12)) {
                return new double[n][n];
            }
            for (int j = 0; j < 2 * n; j++) {
                work[column][j] /= scale;
            }
            for (int row = 0; row < n; row++) {
                double factor = work[row][column];
                for (int j = 0; j < 2 * n && row != column; j++) {
                    work[row][j] -= factor * work[column][j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(work[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    /** Lower; zeros when the matrix is not positive definite. */
    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j && !(sum > 0)) {
                    return new double[n][n];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }
}

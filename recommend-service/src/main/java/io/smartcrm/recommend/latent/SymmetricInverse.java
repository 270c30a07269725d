package io.smartcrm.recommend.latent;

import java.util.Arrays;

/**
 * Inverts a symmetric positive definite matrix in place, a block of rows at a time: the sweep of Gauss and Jordan on the
 * lower half, n^3 / 2 multiplications.
 */
final class SymmetricInverse {
    private static final int BLOCK = 64;
    /** Columns worked on together, so that their part of the block stays in a near cache. */
    private static final int STRIP = 128;

    private final float[][] matrix;
    private final int n;
    /** Rows of the block, whole, as they were before its sweep. */
    private final float[][] rows;
    /** The inverse of the block's own square. */
    private final float[][] pivot;
    /** The rows times the inverse. */
    private final float[][] swept;

    private SymmetricInverse(float[][] matrix) {
        this.matrix = matrix;
        this.n = matrix.length;
        int block = Math.min(BLOCK, n);
        this.rows = new float[block][n];
        this.swept = new float[block][n];
        this.pivot = new float[block][block];
    }

    /**
     * @param matrix of which the lower half is read; becomes the inverse, both halves
     * @throws ArithmeticException when the matrix is not positive definite
     */
    static void invert(float[][] matrix) {
        SymmetricInverse inverse = new SymmetricInverse(matrix);
        for (int first = 0; first < matrix.length; first += BLOCK) {
            inverse.sweep(first, Math.min(BLOCK, matrix.length - first));
        }
        inverse.complete();
    }

    private void sweep(int first, int size) {
        gather(first, size);
        invertPivot(first, size);
        for (int i = 0; i < size; i++) {
            Arrays.fill(swept[i], 0);
            Vectors.addRows(pivot[i], rows, size, swept[i], 0, n);
        }
        update(first, size);
        replaceBlock(first, size);
    }

    private void gather(int first, int size) {
        for (int i = 0; i < size; i++) {
            int row = first + i;
            System.arraycopy(matrix[row], 0, rows[i], 0, row + 1);
            for (int column = row + 1; column < n; column++) {
                rows[i][column] = matrix[column][row];
            }
        }
    }

    /** Takes the block's share out of every other number of the lower half. */
    private void update(int first, int size) {
        float[] factors = new float[size];
        for (int strip = 0; strip < n; strip += STRIP) {
            for (int row = strip; row < n; row++) {
                if (row >= first && row < first + size) {
                    continue;
                }
                for (int i = 0; i < size; i++) {
                    factors[i] = -swept[i][row];
                }
                Vectors.addRows(factors, rows, size, matrix[row], strip, Math.min(strip + STRIP, row + 1));
            }
        }
    }

    private void replaceBlock(int first, int size) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(swept[i], 0, matrix[first + i], 0, first);
            for (int row = first + size; row < n; row++) {
                matrix[row][first + i] = swept[i][row];
            }
            for (int j = 0; j <= i; j++) {
                matrix[first + i][first + j] = -pivot[i][j];
            }
        }
    }

    /** Gauss and Jordan without exchange of rows, in double precision. */
    private void invertPivot(int first, int size) {
        double[][] block = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                block[i][j] = rows[i][first + j];
            }
        }
        for (int k = 0; k < size; k++) {
            double diagonal = block[k][k];
            if (!(diagonal > 0)) {
                throw new ArithmeticException("the matrix is not positive definite at row " + (first + k));
            }
            block[k][k] = 1;
            for (int j = 0; j < size; j++) {
                block[k][j] /= diagonal;
            }
            for (int i = 0; i < size; i++) {
                if (i != k) {
                    eliminate(block[i], block[k], k);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                pivot[i][j] = (float) block[i][j];
            }
        }
    }

    private static void eliminate(double[] row, double[] pivotRow, int k) {
        double factor = row[k];
        row[k] = 0;
        for (int j = 0; j < row.length; j++) {
            row[j] -= factor * pivotRow[j];
        }
    }

    /** All blocks swept leave the negative of the inverse in the lower half. */
    private void complete() {
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                float value = -matrix[row][column];
                matrix[row][column] = value;
                matrix[column][row] = value;
            }
        }
    }
}

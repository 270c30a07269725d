package io.smartcrm.forecast.forecasting;

/**
 * Least squares by an orthogonal triangular factorisation (Gram-Schmidt, each column twice; Björck 1996). A column that the
 * ones before it already explain gets no weight.
 */
final class LeastSquares {
    /** What remains of a column below this share of it is rounding. */
    private static final double INDEPENDENT = 1e-9;

    final double[] coefficients;
    /** Of the residuals. */
    final double squares;
    /** Columns that are explained by no others. */
    final int rank;

    private final double[][] triangle;
    private final boolean[] used;

    private LeastSquares(double[] coefficients, double squares, int rank, double[][] triangle, boolean[] used) {
        this.coefficients = coefficients;
        this.squares = squares;
        this.rank = rank;
        this.triangle = triangle;
        this.used = used;
    }

    /** @param columns explaining values, at least one column, each as long as {@code values} */
    static LeastSquares of(double[][] columns, double[] values) {
        int k = columns.length;
        double[][] basis = new double[k][];
        double[][] triangle = new double[k][k];
        boolean[] used = new boolean[k];
        double[] projections = new double[k];
        double[] rest = values.clone();
        int rank = 0;
        for (int j = 0; j < k; j++) {
            double[] column = columns[j].clone();
            double size = Math.sqrt(dot(column, column));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    if (used[i]) {
                        double share = dot(basis[i], column);
                        triangle[i][j] += share;
                        subtract(column, basis[i], share);
                    }
                }
            }
            double length = Math.sqrt(dot(column, column));
            used[j] = length > INDEPENDENT * size && rank < values.length;
            if (!used[j]) {
                continue;
            }
            rank++;
            triangle[j][j] = length;
            for (int t = 0; t < column.length; t++) {
                column[t] /= length;
            }
            basis[j] = column;
            projections[j] = dot(column, rest);
            subtract(rest, column, projections[j]);
        }
        return new LeastSquares(backwards(triangle, projections, used), dot(rest, rest), rank, triangle, used);
    }

    boolean isUsed(int column) {
        return used[column];
    }

    double value(double[] row) {
        return dot(coefficients, row);
    }

    /** Variance of {@link #value} when errors have variance 1. */
    double leverage(double[] row) {
        double[] z = new double[row.length];
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            if (used[i]) {
                double rest = row[i];
                for (int j = 0; j < i; j++) {
                    rest -= triangle[j][i] * z[j];
                }
                z[i] = rest / triangle[i][i];
                sum += z[i] * z[i];
            }
        }
        return sum;
    }

    private static double[] backwards(double[][] triangle, double[] projections, boolean[] used) {
        int k = projections.length;
        double[] coefficients = new double[k];
        for (int i = k - 1; i >= 0; i--) {
            if (used[i]) {
                double rest = projections[i];
                for (int j = i + 1; j < k; j++) {
                    rest -= triangle[i][j] * coefficients[j];
                }
                coefficients[i] = rest / triangle[i][i];
            }
        }
        return coefficients;
    }

    private static void subtract(double[] from, double[] part, double share) {
        for (int t = 0; t < from.length; t++) {
            from[t] -= share * part[t];
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int t = 0; t < left.length; t++) {
            sum += left[t] * right[t];
        }
        return sum;
    }
}

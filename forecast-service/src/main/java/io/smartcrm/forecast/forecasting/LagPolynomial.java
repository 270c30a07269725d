package io.smartcrm.forecast.forecasting;

import org.jspecify.annotations.Nullable;

/** Polynomials of the lag operator: 1 - c1 B - c2 B^2 - ... for coefficients c. */
final class LagPolynomial {
    private LagPolynomial() {}

    /** Product of polynomials given by all their coefficients, from that of power 0. */
    static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length + right.length - 1];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                product[i + j] += left[i] * right[j];
            }
        }
        return product;
    }

    /**
     * Coefficients whose polynomial has no root in the unit circle, for any numbers: each number becomes a partial
     * autocorrelation, and these make coefficients by Levinson's recursion (Barndorff-Nielsen &amp; Schou 1973).
     */
    static double[] stable(double[] point, int from, int count) {
        double[] coefficients = new double[count];
        double[] before = new double[count];
        for (int k = 0; k < count; k++) {
            double x = point[from + k];
            double partial = x / Math.sqrt(1 + x * x);
            System.arraycopy(coefficients, 0, before, 0, k);
            for (int j = 0; j < k; j++) {
                coefficients[j] = before[j] - partial * before[k - 1 - j];
            }
            coefficients[k] = partial;
        }
        return coefficients;
    }

    /** (1 - c(B)) (1 - C(B^period)) as coefficients from lag 1. */
    static double[] expanded(double[] coefficients, double[] seasonal, int period) {
        if (seasonal.length == 0) {
            return coefficients;
        }
        double[] expanded = new double[coefficients.length + seasonal.length * period];
        System.arraycopy(coefficients, 0, expanded, 0, coefficients.length);
        for (int i = 0; i < seasonal.length; i++) {
            int lag = (i + 1) * period;
            expanded[lag - 1] += seasonal[i];
            for (int j = 0; j < coefficients.length; j++) {
                expanded[lag + j] -= seasonal[i] * coefficients[j];
            }
        }
        return expanded;
    }

    /** Whether all roots of 1 - c(B) lie beyond {@code radius}. */
    static boolean rootsBeyond(double radius, double[] coefficients) {
        double[] scaled = coefficients.clone();
        double power = 1;
        for (int j = 0; j < scaled.length; j++) {
            power *= radius;
            scaled[j] *= power;
        }
        return partials(scaled) != null;
    }

    /**
     * Undoes Levinson's recursion: row k holds the k+1 coefficients of order k+1, the last of them the partial
     * autocorrelation. Null if one of these is not below 1, and so a root not outside of the circle.
     */
    static double @Nullable [][] partials(double[] coefficients) {
        double[][] rows = new double[coefficients.length][];
        double[] row = coefficients;
        for (int k = rows.length - 1; k >= 0; k--) {
            rows[k] = row;
            double partial = row[k];
            double rest = 1 - partial * partial;
            if (!(rest > 0)) {
                return null;
            }
            double[] shorter = new double[k];
            for (int j = 0; j < k; j++) {
                shorter[j] = (row[j] + partial * row[k - 1 - j]) / rest;
            }
            row = shorter;
        }
        return rows;
    }
}

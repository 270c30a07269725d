package io.smartcrm.forecast.forecasting;

import org.jspecify.annotations.Nullable;

/**
 * A stationary, invertible process w(t) = ar(1) w(t-1) + ... + e(t) + ma(1) e(t-1) + ... around zero, seasons multiplied
 * out.
 */
final class ArmaProcess {
    /** Weights of earlier values, from lag 1. */
    final double[] ar;
    /** Weights of earlier errors, from lag 1. */
    final double[] ma;

    private ArmaProcess(double[] ar, double[] ma) {
        this.ar = ar;
        this.ma = ma;
    }

    /** Reads as many numbers of the point as the order has coefficients; any numbers give a process. */
    static ArmaProcess of(ArimaOrder order, double[] point) {
        double[][] factors = factors(order, point);
        double[] ma = LagPolynomial.expanded(factors[1], factors[3], order.period());
        double[] weights = new double[ma.length];
        for (int j = 0; j < ma.length; j++) {
            weights[j] = -ma[j];
        }
        return new ArmaProcess(LagPolynomial.expanded(factors[0], factors[2], order.period()), weights);
    }

    /** Whether all roots keep a distance from the unit circle, without which forecasts and likelihood are fragile. */
    static boolean keepsDistance(ArimaOrder order, double[] point, double radius) {
        double[][] factors = factors(order, point);
        double seasonalRadius = Math.pow(radius, order.period());
        return LagPolynomial.rootsBeyond(radius, factors[0])
                && LagPolynomial.rootsBeyond(radius, factors[1])
                && LagPolynomial.rootsBeyond(seasonalRadius, factors[2])
                && LagPolynomial.rootsBeyond(seasonalRadius, factors[3]);
    }

    /** AR, MA, seasonal AR, seasonal MA, each as 1 - c(B). */
    private static double[][] factors(ArimaOrder order, double[] point) {
        int[] counts = {order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa()};
        double[][] factors = new double[counts.length][];
        int from = 0;
        for (int i = 0; i < counts.length; i++) {
            factors[i] = LagPolynomial.stable(point, from, counts[i]);
            from += counts[i];
        }
        return factors;
    }

    /** Numbers that a state needs to know the future: values and errors carried over. */
    int states() {
        return Math.max(ar.length, ma.length + 1);
    }

    /** What an error of one leaves in the series, step by step from the step it happens. */
    double[] response(int steps) {
        return response(ar, ma, steps);
    }

    static double[] response(double[] ar, double[] ma, int steps) {
        double[] response = new double[steps];
        for (int t = 0; t < steps; t++) {
            double sum = t == 0 ? 1 : t <= ma.length ? ma[t - 1] : 0;
            for (int lag = 1; lag <= Math.min(t, ar.length); lag++) {
                sum += ar[lag - 1] * response[t - lag];
            }
            response[t] = sum;
        }
        return response;
    }

    /**
     * Covariances of the state (Harvey 1989, section 3.3) with its first number, the value itself, when errors have variance
     * 1; followed by a zero. Null where rounding makes the process explode.
     */
    double @Nullable [] startingCovariance() {
        int r = states();
        double[] known = autocovariance(r);
        if (known == null) {
            return null;
        }
        double[] response = response(ma.length + 1);
        double[] covariance = new double[r + 1];
        covariance[0] = known[0];
        for (int i = 1; i < r; i++) {
            double sum = 0;
            for (int j = i; j < ar.length; j++) {
                sum += ar[j] * known[j + 1 - i];
            }
            for (int j = i; j <= ma.length; j++) {
                sum += ma[j - 1] * response[j - i];
            }
            covariance[i] = sum;
        }
        return covariance;
    }

    /** From lag 0: that of the autoregression alone by Levinson's recursion, passed through the moving average. */
    private double @Nullable [] autocovariance(int lags) {
        double[][] rows = LagPolynomial.partials(ar);
        if (rows == null) {
            return null;
        }
        double variance = 1;
        for (int k = 0; k < rows.length; k++) {
            variance /= 1 - rows[k][k] * rows[k][k];
        }
        int q = ma.length;
        double[] alone = new double[lags + q];
        alone[0] = variance;
        for (int lag = 1; lag < alone.length; lag++) {
            double sum = 0;
            if (lag <= rows.length) {
                sum = rows[lag - 1][lag - 1] * variance;
                for (int j = 1; j < lag; j++) {
                    sum += rows[lag - 2][j - 1] * alone[lag - j];
                }
                variance *= 1 - rows[lag - 1][lag - 1] * rows[lag - 1][lag - 1];
            } else {
                for (int j = 1; j <= ar.length; j++) {
                    sum += ar[j - 1] * alone[lag - j];
                }
            }
            alone[lag] = sum;
        }
        return q == 0 ? alone : passed(alone, lags);
    }

    private double[] passed(double[] alone, int lags) {
        int q = ma.length;
        double[] weights = new double[q + 1];
        for (int gap = 0; gap <= q; gap++) {
            for (int j = gap; j <= q; j++) {
                weights[gap] += (j == 0 ? 1 : ma[j - 1]) * (j == gap ? 1 : ma[j - gap - 1]);
            }
        }
        double[] covariance = new double[lags];
        for (int lag = 0; lag < lags; lag++) {
            covariance[lag] = weights[0] * alone[lag];
            for (int gap = 1; gap <= q; gap++) {
                covariance[lag] += weights[gap] * (alone[lag + gap] + alone[Math.abs(lag - gap)]);
            }
        }
        return covariance;
    }
}

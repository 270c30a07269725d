package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * How well coefficients explain a differenced series: exactly, by a Kalman filter, or conditionally on the first values.
 * Constant and variance follow from the coefficients (generalised least squares) and are not searched for.
 *
 * <p>The filter runs by Chandrasekhar's recursions (Morf, Sidhu &amp; Kailath 1974; Pearlman 1980): instead of the state's covariance
 * they carry its change, which has rank one, so that a step costs as much as the state is long and not its square.
 */
final class ArmaLikelihood {
    /** Step of the numerical slope, about the root of the rounding error. */
    private static final double STEP = 1e-6;

    /** Below this a product of variances is turned into its logarithm. */
    private static final double SMALL = 1e-100;

    private final ArimaOrder order;
    private final double[] changes;

    /** Mean of the differenced series. */
    double constant;
    /** Of the errors, in the unit of the series. */
    double squares;
    /** Sum of the logarithms of the relative variances of the errors. */
    double logVariances;
    /** Expected differences: the first number of the state is the next one. */
    double[] state = {};

    /** @param changes differenced as often as the order says */
    ArmaLikelihood(ArimaOrder order, double[] changes) {
        this.order = order;
        this.changes = changes;
    }

    /** Half of the deviance for each value, but for what does not depend on the coefficients, and its slope. */
    double exact(double[] point, double[] gradient) {
        return sloped(true, point, gradient);
    }

    /** Half of the logarithm of the conditional variance and its slope. */
    double conditional(double[] point, double[] gradient) {
        return sloped(false, point, gradient);
    }

    double exact(double[] point) {
        filter(ArmaProcess.of(order, point));
        return (Math.log(squares / changes.length) + logVariances / changes.length) / 2;
    }

    double conditional(double[] point) {
        int used = predict(ArmaProcess.of(order, point));
        return Math.log(squares / used) / 2;
    }

    private double sloped(boolean exactly, double[] point, double[] gradient) {
        double value = exactly ? exact(point) : conditional(point);
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < gradient.length; i++) {
            double before = point[i];
            point[i] = before + STEP;
            gradient[i] = ((exactly ? exact(point) : conditional(point)) - value) / STEP;
            point[i] = before;
        }
        return value;
    }

    /** Errors after the first values, which are taken as given; returns how many. */
    private int predict(ArmaProcess process) {
        int n = changes.length;
        int first = Math.min(process.ar.length, n - 1);
        int[] arLags = lags(process.ar);
        int[] maLags = lags(process.ma);
        double[] errors = new double[n];
        double[] ones = new double[n];
        double sum = 0;
        double mixed = 0;
        double sumOfOnes = 0;
        for (int t = first; t < n; t++) {
            double error = changes[t];
            double one = 1;
            for (int lag : arLags) {
                error -= process.ar[lag - 1] * changes[t - lag];
                one -= process.ar[lag - 1];
            }
            for (int lag : maLags) {
                if (lag > t) {
                    break;
                }
                error -= process.ma[lag - 1] * errors[t - lag];
                one -= process.ma[lag - 1] * ones[t - lag];
            }
            errors[t] = error;
            ones[t] = one;
            sum += error * error;
            mixed += error * one;
            sumOfOnes += one * one;
        }
        conclude(sum, mixed, sumOfOnes);
        return n - first;
    }

    private static int[] lags(double[] coefficients) {
        int[] lags = new int[coefficients.length];
        int count = 0;
        for (int lag = 1; lag <= coefficients.length; lag++) {
            if (coefficients[lag - 1] != 0) {
                lags[count++] = lag;
            }
        }
        return Arrays.copyOf(lags, count);
    }

    private void filter(ArmaProcess process) {
        int r = process.states();
        double[] covariance = process.startingCovariance();
        if (covariance == null) {
            squares = Double.NaN;
            return;
        }
        double[] ar = Arrays.copyOf(process.ar, r);
        double[] gain = new double[r];
        for (int i = 0; i < r; i++) {
            gain[i] = ar[i] * covariance[0] + covariance[i + 1];
        }
        double[] change = Arrays.copyOf(gain, r + 1);
        double[] expected = new double[r + 1];
        double[] ones = new double[r + 1];
        double variance = covariance[0];
        double weight = -1 / variance;
        double product = 1;
        logVariances = 0;
        double sum = 0;
        double mixed = 0;
        double sumOfOnes = 0;
        for (double value : changes) {
            double error = value - expected[0];
            double one = 1 - ones[0];
            sum += error * error / variance;
            mixed += error * one / variance;
            sumOfOnes += one * one / variance;
            product /= variance;
            if (product < SMALL) {
                logVariances -= Math.log(product);
                product = 1;
            }
            step(ar, gain, expected, error / variance);
            if (order.constant()) {
                step(ar, gain, ones, one / variance);
            }
            double seen = change[0];
            double seenWeight = weight * seen;
            double next = variance + seenWeight * seen;
            double share = seen / next;
            for (int i = 0; i < r; i++) {
                double moved = ar[i] * seen + change[i + 1];
                gain[i] += seenWeight * moved;
                change[i] = moved - gain[i] * share;
            }
            weight += seenWeight * seenWeight / variance;
            variance = next;
        }
        logVariances -= Math.log(product);
        conclude(sum, mixed, sumOfOnes);
        for (int i = 0; i < r; i++) {
            expected[i] -= constant * ones[i];
        }
        state = expected;
    }

    private static void step(double[] ar, double[] gain, double[] expected, double surprise) {
        double value = expected[0];
        for (int i = 0; i < ar.length; i++) {
            expected[i] = ar[i] * value + expected[i + 1] + gain[i] * surprise;
        }
    }

    private void conclude(double sum, double mixed, double sumOfOnes) {
        constant = order.constant() && sumOfOnes > 0 ? mixed / sumOfOnes : 0;
        squares = Math.max(0, sum - constant * mixed);
    }
}

package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** An {@link ArimaOrder} fitted to a series: conditional least squares first, and from there maximum likelihood. */
final class ArimaFit {
    /** Conditional least squares may run to the edge of what is invertible, from where likelihood finds no way back. */
    private static final double FURTHEST_START = 2;

    final ArimaOrder order;
    /** Twice the negative log likelihood of the differenced series, with all its constants. */
    final double deviance;
    /** Of the errors, as maximum likelihood estimates it. */
    final double variance;

    private final double[] values;
    private final double[] point;
    private final int used;
    private final double constant;
    private final double[] state;

    private ArimaFit(
            ArimaOrder order,
            double[] values,
            double[] point,
            int used,
            double deviance,
            double variance,
            double constant,
            double[] state) {
        this.order = order;
        this.values = values;
        this.point = point;
        this.used = used;
        this.deviance = deviance;
        this.variance = variance;
        this.constant = constant;
        this.state = state;
    }

    static ArimaFit exact(ArimaOrder order, double[] values) {
        return of(order, values, true);
    }

    /** By conditional least squares alone, for a quick comparison; it cannot {@link #project}. */
    static ArimaFit conditional(ArimaOrder order, double[] values) {
        return of(order, values, false);
    }

    private static ArimaFit of(ArimaOrder order, double[] values, boolean exactly) {
        double[] changes = order.differenced(values);
        int n = changes.length;
        double scale = Math.sqrt(Arrays.stream(changes).map(x -> x * x).sum() / n);
        double unit = scale > 0 ? scale : 1;
        double[] scaled = Arrays.stream(changes).map(x -> x / unit).toArray();
        ArmaLikelihood likelihood = new ArmaLikelihood(order, scaled);
        double[] point = new double[order.coefficients()];
        QuasiNewton.minimise(likelihood::conditional, point);
        double half = likelihood.conditional(point);
        if (exactly) {
            point = Arrays.stream(point)
                    .map(x -> Math.max(-FURTHEST_START, Math.min(FURTHEST_START, x)))
                    .toArray();
            QuasiNewton.minimise(likelihood::exact, point);
            half = likelihood.exact(point);
        }
        double deviance = n * (Math.log(2 * Math.PI) + 1 + 2 * Math.log(unit) + 2 * half);
        double variance = likelihood.squares / n * unit * unit;
        double[] state = Arrays.stream(likelihood.state).map(x -> x * unit).toArray();
        return new ArimaFit(order, values, point, n, deviance, variance, likelihood.constant * unit, state);
    }

    /** Akaike's criterion corrected for short series; infinite when there are too few values for so many parameters. */
    double criterion() {
        int k = order.parameters();
        if (used - k - 1 < 1 || Double.isNaN(deviance)) {
            return Double.POSITIVE_INFINITY;
        }
        return deviance + 2.0 * k + 2.0 * k * (k + 1) / (used - k - 1);
    }

    boolean keepsDistance(double radius) {
        return ArmaProcess.keepsDistance(order, point, radius);
    }

    /** Weights of earlier (differenced) values and of earlier errors, seasons multiplied out. */
    ArmaProcess process() {
        return ArmaProcess.of(order, point);
    }

    /** The mean of the differenced series. */
    double constant() {
        return constant;
    }

    Projection project(int horizon) {
        ArmaProcess process = process();
        double[] integration = order.integration();
        double[] expected = state.clone();
        double[] future = Arrays.copyOf(values, values.length + horizon);
        for (int t = values.length; t < future.length; t++) {
            future[t] = constant + expected[0];
            double value = expected[0];
            for (int i = 0; i + 1 < expected.length; i++) {
                expected[i] = (i < process.ar.length ? process.ar[i] * value : 0) + expected[i + 1];
            }
            for (int lag = 1; lag <= integration.length; lag++) {
                future[t] += integration[lag - 1] * future[t - lag];
            }
        }
        int degreesOfFreedom = Math.max(1, used - order.parameters() + 1);
        double spread = Math.sqrt(variance * used / degreesOfFreedom);
        double[] mean = Arrays.copyOfRange(future, values.length, future.length);
        return new Projection(mean, deviations(process, integration, spread, horizon), degreesOfFreedom);
    }

    private static double[] deviations(ArmaProcess process, double[] integration, double spread, int horizon) {
        double[] response = process.response(horizon);
        double[] deviation = new double[horizon];
        double sum = 0;
        for (int step = 0; step < horizon; step++) {
            for (int lag = 1; lag <= Math.min(step, integration.length); lag++) {
                response[step] += integration[lag - 1] * response[step - lag];
            }
            sum += response[step] * response[step];
            deviation[step] = spread * Math.sqrt(sum);
        }
        return deviation;
    }
}

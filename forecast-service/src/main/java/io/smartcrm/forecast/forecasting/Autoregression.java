package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * {@link LagRegression} on the values or on their logarithms, with the ridge, scale and step of differencing that
 * forecast the end of the history best.
 */
final class Autoregression implements Model {
    private static final double[] PENALTIES = {0.003, 0.03, 0.3};
    private static final int FEWEST_LAGS = 3;
    private static final int ORIGINS = 3;

    private final Model onTooLittle = new Deseasonalised(new SimpleLevel());

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double[] known = Arrays.copyOf(values, length);
        int held = Math.min(horizon, length / 5);
        int judged = length - held - (ORIGINS - 1) * Math.max(1, held / 2);
        if (held < 1 || LagRegression.lags(judged, period) < FEWEST_LAGS) {
            return onTooLittle.project(values, length, period, horizon);
        }
        boolean positive = Arrays.stream(known).allMatch(value -> value > 0);
        Choice best = new Choice(false, period, PENALTIES[0], Double.POSITIVE_INFINITY);
        for (boolean logarithms : positive ? new boolean[] {false, true} : new boolean[] {false}) {
            double[] scaled = logarithms ? Arrays.stream(known).map(Math::log).toArray() : known;
            for (int step : period > 1 ? new int[] {1, period} : new int[] {1}) {
                best = best.orBetter(judge(known, scaled, logarithms, step, period, held));
            }
        }
        double[] scaled = best.logarithms ? Arrays.stream(known).map(Math::log).toArray() : known;
        Projection projection = project(scaled, best.step, period, best.penalty, horizon);
        if (best.logarithms) {
            for (int step = 0; step < horizon; step++) {
                projection.mean[step] = Math.exp(projection.mean[step]);
                projection.deviation[step] = Math.abs(projection.mean[step]) * Math.min(projection.deviation[step], 10);
            }
        }
        return projection;
    }

    private static Projection project(double[] scaled, int step, int period, double penalty, int horizon) {
        return LagRegression.of(scaled, step, period).project(penalty, horizon);
    }

    /** Sums of absolute errors at the last origins, for each penalty. */
    private static Choice judge(double[] known, double[] scaled, boolean logarithms, int step, int period, int held) {
        double[] errors = new double[PENALTIES.length];
        for (int i = 0; i < ORIGINS; i++) {
            int origin = known.length - held - i * Math.max(1, held / 2);
            LagRegression regression = LagRegression.of(Arrays.copyOf(scaled, origin), step, period);
            for (int p = 0; p < PENALTIES.length; p++) {
                double[] mean = regression.project(PENALTIES[p], held).mean;
                for (int ahead = 0; ahead < held; ahead++) {
                    double expected = logarithms ? Math.exp(mean[ahead]) : mean[ahead];
                    errors[p] += Math.abs(known[origin + ahead] - expected);
                }
            }
        }
        Choice best = new Choice(logarithms, step, PENALTIES[0], errors[0]);
        for (int p = 1; p < PENALTIES.length; p++) {
            best = best.orBetter(new Choice(logarithms, step, PENALTIES[p], errors[p]));
        }
        return best;
    }

    private record Choice(boolean logarithms, int step, double penalty, double error) {
        Choice orBetter(Choice other) {
            return other.error < error ? other : this;
        }
    }
}

package io.smartcrm.loyalty.value;

import io.smartcrm.loyalty.value.Minimiser.Minimum;
import java.util.Arrays;
import java.util.List;

/**
 * A model with the parameters that make histories most likely.
 *
 * @param evaluations of the likelihood of all histories
 */
public record ModelFit(TransactionModel model, double logLikelihood, long customers, int evaluations) {
    /** More rows are searched by a sample first. */
    private static final int SAMPLE = 4000;

    private static final int FEW_STEPS = 8;
    private static final double TOLERANCE = 1e-10;
    /** Logarithms of parameters beyond these are no buyers any more. */
    private static final double BOUND = 12;

    /** Of r, a or s, and b; the rates follow from how often customers buy. */
    private static final double[][] STARTS = {{0.5, 1, 3}, {0.2, 0.5, 1}, {1.5, 0.6, 4}};

    /**
     * Fits by maximum likelihood, from several starts.
     *
     * @throws IllegalArgumentException when nobody bought again, or there is nobody: then nothing can be learned
     */
    public static ModelFit of(TransactionModel.Kind kind, Histories histories) {
        double rate = rate(histories);
        double unit = meanLength(histories);
        Histories sample = histories.sample(SAMPLE);
        var rough = new Minimiser(loss(kind, sample), TOLERANCE * sample.customers());
        Minimum best = Arrays.stream(STARTS)
                .map(start -> rough.from(logs(kind, start, rate, unit), FEW_STEPS))
                .min((one, other) -> Double.compare(one.value(), other.value()))
                .orElseThrow();
        var exact = new Minimiser(loss(kind, histories), TOLERANCE);
        Minimum found = exact.from(best.point(), Integer.MAX_VALUE);
        return new ModelFit(
                kind.with(exponentials(found.point())), -found.value(), histories.customers(), found.evaluations());
    }

    /**
     * Models that the histories would also allow, as likely as they are.
     *
     * @param histories that the fit is of
     */
    public List<TransactionModel> draws(Histories histories, int number, long seed) {
        double[] logs = Arrays.stream(model.parameters()).map(Math::log).toArray();
        return Arrays.stream(Laplace.draws(loss(model.kind(), histories), logs, number, seed))
                .map(model.kind()::with)
                .toList();
    }

    private static double rate(Histories histories) {
        double purchases = 0;
        double time = 0;
        for (int i = 0; i < histories.rows(); i++) {
            purchases += (double) histories.count(i) * histories.x(i);
            time += histories.count(i) * histories.length(i);
        }
        if (purchases == 0 || time == 0) {
            throw new IllegalArgumentException("nobody bought a second time: no model can be fitted");
        }
        return purchases / time;
    }

    private static double meanLength(Histories histories) {
        double time = 0;
        for (int i = 0; i < histories.rows(); i++) {
            time += histories.count(i) * histories.length(i);
        }
        return time / histories.customers();
    }

    private static double[] logs(TransactionModel.Kind kind, double[] start, double rate, double unit) {
        double alpha = start[0] / rate * 0.6;
        double fourth = kind == TransactionModel.Kind.PARETONBD ? start[2] * unit / 3 : start[2];
        return new double[] {Math.log(start[0]), Math.log(alpha), Math.log(start[1]), Math.log(fourth)};
    }

    /** By the logarithms of the parameters, so that these stay positive. */
    private static Minimiser.Function loss(TransactionModel.Kind kind, Histories histories) {
        return (point, gradient) -> {
            for (double log : point) {
                if (Math.abs(log) > BOUND) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            double[] parameters = exponentials(point);
            double value = kind.with(parameters).logLikelihood(histories, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= -parameters[i];
            }
            return -value;
        };
    }

    private static double[] exponentials(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}

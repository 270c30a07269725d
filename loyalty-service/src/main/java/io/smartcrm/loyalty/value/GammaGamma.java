package io.smartcrm.loyalty.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a purchase is worth: amounts of one customer vary by a gamma distribution of shape p, whose rate differs between
 * customers by a gamma distribution of q and gamma (Fader and Hardie, "The Gamma-Gamma model of monetary value", 2013).
 * It presumes that how much and how often customers buy do not depend on each other.
 */
public record GammaGamma(double p, double q, double gamma) {
    private static final double TOLERANCE = 1e-10;
    private static final double BOUND = 14;

    public double[] parameters() {
        return new double[] {p, q, gamma};
    }

    /** A fit and how likely the amounts are by it. */
    public record Fit(GammaGamma model, double logLikelihood, long customers) {}

    /**
     * Fits by maximum likelihood, from several starts.
     *
     * @param x purchases that the means are of, at least 1
     * @param mean amounts, positive
     * @throws IllegalArgumentException when nobody is left, or an amount is not positive
     */
    public static Fit fit(int[] x, double[] mean) {
        if (x.length == 0) {
            throw new IllegalArgumentException("nobody bought a second time: nothing can be said of amounts");
        }
        double average = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 1 || !(mean[i] > 0)) {
                throw new IllegalArgumentException("customer " + i + ": " + mean[i] + " in the mean of " + x[i]);
            }
            average += mean[i] / x.length;
        }
        double[] logMean = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            logMean[i] = Math.log(mean[i]);
        }
        var minimiser = new Minimiser(loss(x, mean, logMean), TOLERANCE);
        double level = average;
        Minimiser.Minimum best = DoubleStream.of(2, 8)
                .mapToObj(p -> minimiser.from(
                        new double[] {Math.log(p), Math.log(3), Math.log(2 * level / p)}, Integer.MAX_VALUE))
                .min(Comparator.comparingDouble(Minimiser.Minimum::value))
                .orElseThrow();
        double[] at = best.point();
        return new Fit(new GammaGamma(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2])), -best.value(), x.length);
    }

    /**
     * Models that the amounts would also allow, as likely as they are.
     *
     * @param x as for the fit
     * @param mean as for the fit
     */
    public List<GammaGamma> draws(int[] x, double[] mean, int number, long seed) {
        double[] logMean = Arrays.stream(mean).map(Math::log).toArray();
        double[] logs = {Math.log(p), Math.log(q), Math.log(gamma)};
        return Arrays.stream(Laplace.draws(loss(x, mean, logMean), logs, number, seed))
                .map(draw -> new GammaGamma(draw[0], draw[1], draw[2]))
                .toList();
    }

    /** Equation 1a of the note, by customer. */
    private static Minimiser.Function loss(int[] x, double[] mean, double[] logMean) {
        int most = Arrays.stream(x).max().orElseThrow();
        return (point, gradient) -> {
            for (double log : point) {
                if (Math.abs(log) > BOUND) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            double p = Math.exp(point[0]);
            double q = Math.exp(point[1]);
            double gamma = Math.exp(point[2]);
            double[] logs = new double[most + 1];
            double[] byShape = new double[most + 1];
            double[] byBoth = new double[most + 1];
            double constant = q * point[2] - Gamma.log(q);
            for (int n = 1; n <= most; n++) {
                logs[n] = Gamma.log(p * n + q) - Gamma.log(p * n) + constant;
                byBoth[n] = Gamma.digamma(p * n + q);
                byShape[n] = Gamma.digamma(p * n);
            }
            double digammaQ = Gamma.digamma(q);
            double sum = 0;
            double byP = 0;
            double byQ = 0;
            double byGamma = 0;
            for (int i = 0; i < x.length; i++) {
                int n = x[i];
                double all = gamma + mean[i] * n;
                double logAll = Math.log(all);
                double logN = Math.log(n);
                sum += logs[n] + (p * n - 1) * logMean[i] + p * n * logN - (p * n + q) * logAll;
                byP += n * (byBoth[n] - byShape[n] + logMean[i] + logN - logAll);
                byQ += byBoth[n] - digammaQ + point[2] - logAll;
                byGamma += q / gamma - (p * n + q) / all;
            }
            gradient[0] = -byP * p;
            gradient[1] = -byQ * q;
            gradient[2] = -byGamma * gamma;
            return -sum;
        };
    }

    /** The amount expected of the customer's next purchase; for x = 0 that of everybody. */
    public double expected(int x, double mean) {
        double shape = p * x + q - 1;
        return shape <= 0 ? mean : (gamma + mean * x) * p / shape;
    }
}

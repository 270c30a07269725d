package io.smartcrm.forecast.forecasting;

/**
 * The projection of forecasts on those that add up, oblique by the covariance W of their errors: y - W U (U'W U)^-1 U'y, where
 * U'y is by how much each sum misses its parts.
 *
 * <p>W is the sample covariance of T past errors, its correlations shrunk towards none (Sch&auml;fer &amp; Strimmer 2005). It is
 * never written down: of n series with s sums among them only the s x s system is solved, and all it takes of W is had from the
 * n x T errors, so ten thousand products are no matter.
 */
final class MinimumTrace {
    /** Of the mean variance: a series that never erred is not taken for infallible. */
    private static final double SMALLEST_SHARE = 1e-6;

    private final Hierarchy hierarchy;
    private final double[][] errors;
    private final double[] variances;
    private final double shrinkage;
    private final Equations equations;

    private MinimumTrace(Hierarchy hierarchy, double[][] errors) {
        this.hierarchy = hierarchy;
        this.errors = errors;
        this.variances = variances(errors);
        this.shrinkage = shrinkage(errors, variances);
        this.equations = hierarchy.equations();
    }

    static void reconcile(Hierarchy hierarchy, double[][] means, double[][] errors) {
        new MinimumTrace(hierarchy, errors).reconcile(means);
    }

    /** How much correlations are taken towards zero, from 0 to 1. */
    static double shrinkage(double[][] errors, double[] variances) {
        int steps = errors[0].length;
        if (steps < 2) {
            return 1;
        }
        // Sums over all pairs of series are had from products of steps, which are few.
        double[][] products = new double[steps][steps];
        double[] squares = new double[steps];
        double ownFourth = 0;
        double ownSquares = 0;
        for (int node = 0; node < errors.length; node++) {
            double own = 0;
            for (int t = 0; t < steps; t++) {
                double scaled = errors[node][t] / Math.sqrt(variances[node]);
                double square = scaled * scaled;
                squares[t] += square;
                own += square;
                ownFourth += square * square;
                for (int s = 0; s <= t; s++) {
                    products[t][s] += scaled * errors[node][s] / Math.sqrt(variances[node]);
                }
            }
            ownSquares += own * own;
        }
        double allProducts = 0;
        double allSquares = 0;
        for (int t = 0; t < steps; t++) {
            allSquares += squares[t] * squares[t];
            for (int s = 0; s <= t; s++) {
                allProducts += (s == t ? 1 : 2) * products[t][s] * products[t][s];
            }
        }
        double pairProducts = allProducts - ownSquares;
        double pairSquares = allSquares - ownFourth;
        double correlations = pairProducts / ((double) steps * steps);
        double noise = (pairSquares - pairProducts / steps) / ((double) steps * (steps - 1));
        return correlations > 0 ? Math.max(0, Math.min(1, noise / correlations)) : 1;
    }

    private static double[] variances(double[][] errors) {
        double[] variances = new double[errors.length];
        double mean = 0;
        for (int node = 0; node < errors.length; node++) {
            for (double error : errors[node]) {
                variances[node] += error * error / errors[node].length;
            }
            mean += variances[node] / errors.length;
        }
        double smallest = mean > 0 ? SMALLEST_SHARE * mean : 1;
        for (int node = 0; node < errors.length; node++) {
            variances[node] = Math.max(smallest, variances[node]);
        }
        return variances;
    }

    private void reconcile(double[][] means) {
        int horizon = means[0].length;
        double[][] sumErrors = equations.missed(errors);
        double[][] missing = equations.missed(means);
        Cholesky system = Cholesky.of(system(sumErrors));
        for (int step = 0; step < horizon; step++) {
            double[] right = new double[equations.count];
            for (int sum = 0; sum < equations.count; sum++) {
                right[sum] = missing[sum][step];
            }
            double[] weights = system.solve(right);
            double[] changes = changes(sumErrors, weights);
            for (int node = 0; node < hierarchy.size(); node++) {
                means[node][step] -= changes[node];
            }
        }
    }

    /** U'W U. */
    private double[][] system(double[][] sumErrors) {
        double[][] system = new double[equations.count][equations.count];
        int steps = errors[0].length;
        for (int a = 0; steps > 0 && a < equations.count; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int t = 0; t < steps; t++) {
                    product += sumErrors[a][t] * sumErrors[b][t];
                }
                system[a][b] = (1 - shrinkage) * product / steps;
                system[b][a] = system[a][b];
            }
        }
        for (int node = 0; node < hierarchy.size(); node++) {
            equations.addVariance(system, node, ownVariance(node));
        }
        return system;
    }

    /** W U x. */
    private double[] changes(double[][] sumErrors, double[] weights) {
        int steps = errors[0].length;
        double[] weighted = new double[steps];
        for (int sum = 0; sum < equations.count; sum++) {
            Equations.add(weighted, sumErrors[sum], weights[sum]);
        }
        double[] changes = new double[hierarchy.size()];
        for (int node = 0; node < changes.length; node++) {
            double product = 0;
            for (int t = 0; t < steps; t++) {
                product += errors[node][t] * weighted[t];
            }
            changes[node] = (steps == 0 ? 0 : (1 - shrinkage) * product / steps)
                    + ownVariance(node) * equations.weighted(node, weights);
        }
        return changes;
    }

    /** What shrinking adds to the diagonal: together with the sample's share it makes the whole variance. */
    private double ownVariance(int node) {
        return shrinkage * variances[node] + SMALLEST_SHARE * variances[node];
    }
}

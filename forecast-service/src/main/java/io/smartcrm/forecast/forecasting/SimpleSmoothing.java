package io.smartcrm.forecast.forecasting;

/**
 * Simple exponential smoothing, level = level + alpha (value - level), with alpha and the first level chosen for the
 * smallest sum of squared one-step errors (Hyndman et al. 2008, method (A,N,N)).
 *
 * <p>For a given alpha every error is linear in the first level, so the best first level has a closed form and the search
 * is over alpha alone: a coarse grid against local minima, then ever finer ones around its best point, then the vertex of
 * a parabola. Four alphas share a pass over the values, because one recursion alone leaves the processor waiting.
 */
final class SimpleSmoothing {
    private static final double[] GRID = {0.0001, 0.05, 0.12, 0.22, 0.36, 0.52, 0.75, 0.9999};
    private static final int REFINEMENTS = 2;

    final double alpha;
    /** Level after the last value. */
    final double level;
    /** Sum of squared one-step errors. */
    final double squaredErrors;

    private SimpleSmoothing(double alpha, double level, double squaredErrors) {
        this.alpha = alpha;
        this.level = level;
        this.squaredErrors = squaredErrors;
    }

    /** Fits to all values, at least one. */
    static SimpleSmoothing fit(double[] values) {
        return at(bestAlpha(values), values);
    }

    private static double bestAlpha(double[] values) {
        double[] loss = new double[GRID.length];
        losses(values, GRID[0], GRID[1], GRID[2], GRID[3], loss, 0);
        losses(values, GRID[4], GRID[5], GRID[6], GRID[7], loss, 4);
        int best = 0;
        for (int i = 1; i < loss.length; i++) {
            if (loss[i] < loss[best]) {
                best = i;
            }
        }
        double[] alphas = new double[6];
        double[] around = new double[6];
        int last = GRID.length - 1;
        double low = GRID[Math.max(0, best - 1)];
        double lowLoss = loss[Math.max(0, best - 1)];
        double high = GRID[Math.min(last, best + 1)];
        double highLoss = loss[Math.min(last, best + 1)];
        for (int round = 0; round < REFINEMENTS; round++) {
            double gap = (high - low) / 5;
            for (int i = 0; i < 6; i++) {
                alphas[i] = i == 5 ? high : low + i * gap;
            }
            losses(values, alphas[1], alphas[2], alphas[3], alphas[4], around, 1);
            around[0] = lowLoss;
            around[5] = highLoss;
            best = 0;
            for (int i = 1; i < 6; i++) {
                if (around[i] < around[best]) {
                    best = i;
                }
            }
            low = alphas[Math.max(0, best - 1)];
            lowLoss = around[Math.max(0, best - 1)];
            high = alphas[Math.min(5, best + 1)];
            highLoss = around[Math.min(5, best + 1)];
        }
        if (best == 0 || best == 5) {
            return alphas[best];
        }
        double curvature = lowLoss - 2 * around[best] + highLoss;
        double shift = curvature > 0 ? (lowLoss - highLoss) / curvature / 2 : 0;
        return alphas[best] + shift * (high - low) / 2;
    }

    /** Writes the smallest sums of squared errors for four alphas to {@code loss[from..from + 3]}. */
    private static void losses(double[] values, double a, double b, double c, double d, double[] loss, int from) {
        double origin = values[0];
        double levelA = 0;
        double levelB = 0;
        double levelC = 0;
        double levelD = 0;
        double weightA = 1;
        double weightB = 1;
        double weightC = 1;
        double weightD = 1;
        double squaresA = 0;
        double squaresB = 0;
        double squaresC = 0;
        double squaresD = 0;
        double crossA = 0;
        double crossB = 0;
        double crossC = 0;
        double crossD = 0;
        double keepA = 1 - a;
        double keepB = 1 - b;
        double keepC = 1 - c;
        double keepD = 1 - d;
        for (double raw : values) {
            double value = raw - origin;
            double errorA = value - levelA;
            double errorB = value - levelB;
            double errorC = value - levelC;
            double errorD = value - levelD;
            squaresA += errorA * errorA;
            squaresB += errorB * errorB;
            squaresC += errorC * errorC;
            squaresD += errorD * errorD;
            crossA += errorA * weightA;
            crossB += errorB * weightB;
            crossC += errorC * weightC;
            crossD += errorD * weightD;
            levelA += a * errorA;
            levelB += b * errorB;
            levelC += c * errorC;
            levelD += d * errorD;
            weightA *= keepA;
            weightB *= keepB;
            weightC *= keepC;
            weightD *= keepD;
        }
        loss[from] = squaresA - crossA * crossA / weightSquares(keepA, weightA);
        loss[from + 1] = squaresB - crossB * crossB / weightSquares(keepB, weightB);
        loss[from + 2] = squaresC - crossC * crossC / weightSquares(keepC, weightC);
        loss[from + 3] = squaresD - crossD * crossD / weightSquares(keepD, weightD);
    }

    /** Sum of keep^(2t) for t = 0 .. n-1, given lastWeight = keep^n. */
    private static double weightSquares(double keep, double lastWeight) {
        return (1 - lastWeight * lastWeight) / (1 - keep * keep);
    }

    private static SimpleSmoothing at(double alpha, double[] values) {
        double origin = values[0];
        double level = 0;
        double weight = 1;
        double squares = 0;
        double cross = 0;
        double keep = 1 - alpha;
        for (double raw : values) {
            double error = raw - origin - level;
            squares += error * error;
            cross += error * weight;
            level += alpha * error;
            weight *= keep;
        }
        double weights = weightSquares(keep, weight);
        double first = cross / weights;
        return new SimpleSmoothing(alpha, origin + level + weight * first, Math.max(0, squares - cross * first));
    }
}

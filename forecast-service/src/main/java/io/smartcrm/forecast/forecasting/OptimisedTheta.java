package io.smartcrm.forecast.forecasting;

/**
 * The Theta method with its theta estimated instead of being 2 (Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler
 * 2016): OTM draws the theta 0 line through the whole history, DOTM lets it follow as values arrive.
 *
 * <p>For a given alpha the one-step errors are linear in the first level and in 1 - 1/theta, which both follow from
 * least squares; only alpha is searched.
 */
final class OptimisedTheta implements Model {
    private static final int SHORTEST = 5;
    private static final int PARAMETERS = 3;
    private static final double LEAST_ALPHA = 0.02;
    private static final double MOST_ALPHA = 0.99;
    private static final int GRID = 12;
    private static final int REFINEMENTS = 14;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Model onTooLittle = new Naive();
    private final boolean dynamic;

    private OptimisedTheta(boolean dynamic) {
        this.dynamic = dynamic;
    }

    static Model fixedLine() {
        return new OptimisedTheta(false);
    }

    static Model followingLine() {
        return new OptimisedTheta(true);
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < SHORTEST) {
            return onTooLittle.project(values, length, period, horizon);
        }
        OptimisedThetaPass pass = new OptimisedThetaPass(values, length, dynamic);
        double gap = (MOST_ALPHA - LEAST_ALPHA) / GRID;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double loss = pass.fit(LEAST_ALPHA + i * gap);
            if (loss < least) {
                least = loss;
                best = i;
            }
        }
        double low = LEAST_ALPHA + Math.max(0, best - 1) * gap;
        double high = LEAST_ALPHA + Math.min(GRID, best + 1) * gap;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftLoss = pass.fit(left);
        double rightLoss = pass.fit(right);
        for (int i = 0; i < REFINEMENTS; i++) {
            if (leftLoss < rightLoss) {
                high = right;
                right = left;
                rightLoss = leftLoss;
                left = high - GOLDEN * (high - low);
                leftLoss = pass.fit(left);
            } else {
                low = left;
                left = right;
                leftLoss = rightLoss;
                right = low + GOLDEN * (high - low);
                rightLoss = pass.fit(right);
            }
        }
        double inside = (low + high) / 2;
        double alpha = pass.fit(inside) <= least ? inside : LEAST_ALPHA + best * gap;
        double squares = pass.fit(alpha);
        int degreesOfFreedom = Math.max(1, length - PARAMETERS);
        double spread = Math.sqrt(squares / degreesOfFreedom);
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviation[step] = spread * Math.sqrt(1 + step * alpha * alpha);
        }
        return new Projection(pass.continued(alpha, horizon), deviation, degreesOfFreedom);
    }
}

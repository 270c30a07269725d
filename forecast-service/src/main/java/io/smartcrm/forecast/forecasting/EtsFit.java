package io.smartcrm.forecast.forecasting;

/** One {@link EtsForm} fitted to a series by maximum likelihood, and what it expects next. */
final class EtsFit {
    /** Starting points for alpha, the shares of beta and gamma in their bounds, and phi. */
    private static final double[][] STARTS = {
        {0.02, 0.1, 0.05, 0.95},
        {0.15, 0.1, 0.05, 0.95},
        {0.4, 0.05, 0.1, 0.95},
        {0.4, 0.5, 0.3, 0.9},
        {0.8, 0.05, 0.2, 0.95},
        {0.8, 0.5, 0.5, 0.95},
        {0.98, 0.9, 0.05, 0.9}
    };

    final EtsForm form;
    /** Twice the negative log likelihood, comparable between forms of one series. */
    final double deviance;

    private final EtsParameters parameters;
    private final int length;
    private final int period;
    private final double level;
    private final double slope;
    private final double[] season;
    private final double variance;

    private EtsFit(EtsParameters parameters, EtsLikelihood likelihood, double deviance, int length, int period) {
        this.form = parameters.form;
        this.parameters = parameters;
        this.deviance = deviance;
        this.length = length;
        this.period = period;
        this.level = likelihood.lastLevel;
        this.slope = likelihood.lastSlope;
        this.season = likelihood.lastSeason();
        this.variance = likelihood.squares / Math.max(1, length - form.parameters(period));
    }

    /** @param start guesses made from the same values, with a season if the form has one */
    static EtsFit of(EtsForm form, EtsStart start, double[] values) {
        EtsParameters parameters = new EtsParameters(form, start);
        EtsLikelihood likelihood = new EtsLikelihood(parameters, values);
        double[] point = new double[0];
        double best = Double.POSITIVE_INFINITY;
        for (double[] guess : STARTS) {
            double[] x = parameters.coordinates(guess[0], guess[1], guess[2], guess[3]);
            parameters.set(x);
            double value = likelihood.forwards();
            if (value < best || point.length == 0) {
                best = value;
                point = x;
            }
        }
        QuasiNewton.minimise(likelihood, point);
        parameters.set(point);
        return new EtsFit(parameters, likelihood, likelihood.forwards(), values.length, start.period);
    }

    /** Akaike's criterion corrected for short series; infinite when there are too few values for so many parameters. */
    double criterion() {
        int k = form.parameters(period) + 1;
        if (length - k - 1 < 1 || Double.isNaN(deviance)) {
            return Double.POSITIVE_INFINITY;
        }
        return deviance + 2.0 * k + 2.0 * k * (k + 1) / (length - k - 1);
    }

    double alpha() {
        return parameters.alpha;
    }

    /** Expected values, and deviations by Hyndman et al. 2008, chapter 6 (approximate where the season multiplies). */
    Projection project(int horizon) {
        double[] mean = new double[horizon];
        double[] base = new double[horizon];
        double trend = 0;
        double fading = 1;
        for (int step = 0; step < horizon; step++) {
            fading *= parameters.phi;
            trend += fading;
            base[step] = level + trend * slope;
            double seasonal = season[(length + step) % season.length];
            mean[step] =
                    form.multiplies() ? base[step] * seasonal : form.isSeasonal() ? base[step] + seasonal : base[step];
        }
        return new Projection(mean, deviations(base, mean), length - form.parameters(period));
    }

    private double[] deviations(double[] base, double[] mean) {
        int horizon = mean.length;
        double[] carry = new double[horizon];
        double trend = 0;
        double fading = 1;
        double beta = form.hasTrend() ? parameters.beta : 0;
        for (int step = 1; step < horizon; step++) {
            trend += fading;
            fading *= parameters.phi;
            boolean sameSeason = form.isSeasonal() && step % period == 0;
            carry[step] = parameters.alpha + beta * trend + (sameSeason && !form.multiplies() ? parameters.gamma : 0);
        }
        return form.relativeError() ? relative(carry, base, mean) : absolute(carry);
    }

    private double[] absolute(double[] carry) {
        double[] deviation = new double[carry.length];
        double sum = 1;
        for (int step = 0; step < carry.length; step++) {
            sum += carry[step] * carry[step];
            deviation[step] = Math.sqrt(variance * sum);
        }
        return deviation;
    }

    private double[] relative(double[] carry, double[] base, double[] mean) {
        int horizon = mean.length;
        double[] second = new double[horizon];
        double[] deviation = new double[horizon];
        double[] centre = form.multiplies() ? base : mean;
        double seasonGrowth = 1;
        for (int step = 0; step < horizon; step++) {
            double sum = 0;
            for (int j = 1; j <= step; j++) {
                sum += carry[j] * carry[j] * second[step - j];
            }
            second[step] = centre[step] * centre[step] + variance * sum;
            if (form.multiplies() && step > 0 && step % period == 0) {
                seasonGrowth *= 1 + parameters.gamma * parameters.gamma * variance;
            }
            double spread = Math.max(0, (1 + variance) * second[step] * seasonGrowth - centre[step] * centre[step]);
            deviation[step] =
                    Math.sqrt(spread) * (form.multiplies() ? Math.abs(season[(length + step) % season.length]) : 1);
        }
        return deviation;
    }
}

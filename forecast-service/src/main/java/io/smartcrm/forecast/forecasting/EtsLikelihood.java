package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Twice the negative log likelihood of a series under one {@link EtsForm}, up to a constant, with its exact gradient by
 * one pass forwards and one backwards: the cost does not grow with the number of initial states.
 *
 * <p>The recursions are those of Hyndman et al. 2008, table 2.1; errors that add and errors that multiply move the states
 * alike and differ in the likelihood only. Not safe for use by several threads.
 */
final class EtsLikelihood implements QuasiNewton.Slope {
    /** A fit better than this share of the values' squares is what rounding leaves of a perfect one. */
    private static final double PERFECT = 1e-28;

    private final EtsParameters parameters;
    private final double[] values;
    private final int period;
    private final double floor;

    private final double[] baseline;
    private final double[] slopes;
    private final double[] seasons;
    private final double[] expected;
    private final double[] current;
    private final double[] bySeason;
    private final double[] bySmoothing = new double[4];

    double lastLevel;
    double lastSlope;
    /** Sum of squared errors, relative ones if the form says so. */
    double squares;

    EtsLikelihood(EtsParameters parameters, double[] values) {
        int n = values.length;
        this.parameters = parameters;
        this.values = values;
        this.period = Math.max(1, parameters.season.length);
        this.baseline = new double[n];
        this.slopes = new double[n];
        this.seasons = new double[n];
        this.expected = new double[n];
        this.current = new double[period];
        this.bySeason = new double[period];
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        this.floor = PERFECT * (parameters.form.relativeError() ? n : sum) + Double.MIN_NORMAL;
    }

    /** Seasonal states after the last value; the first is for the position of the first value. */
    double[] lastSeason() {
        return current.clone();
    }

    @Override
    public double at(double[] point, double[] gradient) {
        parameters.set(point);
        double value = forwards();
        if (Double.isFinite(value)) {
            backwards(gradient);
            value += parameters.prior(point, gradient);
        }
        return value;
    }

    /** The value for the parameters as they are. */
    double forwards() {
        EtsForm form = parameters.form;
        boolean adds = form.isSeasonal() && !form.multiplies();
        boolean multiplies = form.multiplies();
        double alpha = parameters.alpha;
        double beta = form.hasTrend() ? parameters.beta : 0;
        double gamma = parameters.gamma;
        double phi = parameters.phi;
        double level = parameters.level;
        double slope = form.hasTrend() ? parameters.slope : 0;
        System.arraycopy(parameters.season, 0, current, 0, parameters.season.length);
        double sum = 0;
        double logs = 0;
        double product = 1;
        for (int t = 0, position = 0; t < values.length; t++) {
            double value = values[t];
            double base = level + phi * slope;
            double season = current[position];
            double mean = multiplies ? base * season : adds ? base + season : base;
            if (multiplies && !(base > 0 && season > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double error = value - mean;
            if (form.relativeError()) {
                if (!(mean > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                error /= mean;
                product *= mean;
                if (product > 1e200 || product < 1e-200) {
                    logs += Math.log(product);
                    product = 1;
                }
            }
            sum += error * error;
            baseline[t] = base;
            slopes[t] = slope;
            seasons[t] = season;
            expected[t] = mean;
            double surprise = (multiplies ? value / season : adds ? value - season : value) - base;
            level = base + alpha * surprise;
            slope = phi * slope + beta * surprise;
            if (multiplies) {
                current[position] = season + gamma * (value / base - season);
            } else if (adds) {
                current[position] = season + gamma * (value - base - season);
            }
            position = position + 1 == period ? 0 : position + 1;
        }
        lastLevel = level;
        lastSlope = slope;
        squares = sum;
        return values.length * Math.log(sum + floor) + 2 * (logs + Math.log(product));
    }

    /** Follows the recursion back, carrying what the value owes to each state. */
    private void backwards(double[] gradient) {
        EtsForm form = parameters.form;
        boolean adds = form.isSeasonal() && !form.multiplies();
        boolean multiplies = form.multiplies();
        boolean relative = form.relativeError();
        int n = values.length;
        double alpha = parameters.alpha;
        double beta = form.hasTrend() ? parameters.beta : 0;
        double gamma = parameters.gamma;
        double phi = parameters.phi;
        double weight = 2.0 * n / (squares + floor);
        double byLevel = 0;
        double bySlope = 0;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        Arrays.fill(bySeason, 0);
        for (int t = n - 1, position = (n - 1) % period; t >= 0; t--) {
            double value = values[t];
            double base = baseline[t];
            double season = seasons[t];
            double mean = expected[t];
            double byMean = relative
                    ? 2 / mean - weight * (value - mean) * value / (mean * mean * mean)
                    : -weight * (value - mean);
            double surprise = (multiplies ? value / season : adds ? value - season : value) - base;
            double bySurprise = alpha * byLevel + beta * bySlope;
            double byBase = byLevel - bySurprise + byMean;
            byAlpha += byLevel * surprise;
            byBeta += bySlope * surprise;
            byPhi += bySlope * slopes[t];
            if (multiplies) {
                double after = bySeason[position];
                double ratio = value / base;
                byGamma += after * (ratio - season);
                byBase += byMean * (season - 1) - gamma * after * ratio / base;
                bySeason[position] = (1 - gamma) * after - bySurprise * value / (season * season) + byMean * base;
            } else if (adds) {
                double after = bySeason[position];
                byGamma += after * (value - base - season);
                byBase -= gamma * after;
                bySeason[position] = (1 - gamma) * after - bySurprise + byMean;
            }
            byPhi += byBase * slopes[t];
            byLevel = byBase;
            bySlope = phi * (bySlope + byBase);
            position = position == 0 ? period - 1 : position - 1;
        }
        bySmoothing[0] = byAlpha;
        bySmoothing[1] = byBeta;
        bySmoothing[2] = byGamma;
        bySmoothing[3] = byPhi;
        parameters.gradient(bySmoothing, byLevel, bySlope, bySeason, gradient);
    }
}

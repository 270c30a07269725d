package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** One pass of {@link OptimisedTheta} over a series, for one alpha at a time. Values count from the first one on. */
final class OptimisedThetaPass {
    /** Of 1 - 1/theta: theta between 1 and 1,000. */
    private static final double MOST_SHARE = 0.999;

    private final double[] values;
    private final int length;
    private final double origin;
    /** Intercept and slope of the line known before each value, the first for t = 0. */
    private final double[] intercepts;

    private final double[] slopes;
    /** Errors before this one are not counted: a line through fewer values is arbitrary. */
    private final int first;

    private double firstLevel;
    private double share;

    OptimisedThetaPass(double[] values, int length, boolean dynamic) {
        this.values = values;
        this.length = length;
        this.origin = values[0];
        this.intercepts = new double[length];
        this.slopes = new double[length];
        this.first = dynamic ? 2 : 0;
        Line line = new Line();
        for (int t = 0; t < length; t++) {
            intercepts[t] = line.intercept();
            slopes[t] = line.slope;
            line.add(values[t] - origin);
        }
        if (!dynamic) {
            Arrays.fill(intercepts, line.intercept());
            Arrays.fill(slopes, line.slope);
        }
    }

    /** The smallest sum of squared errors for this alpha; keeps the first level and theta that give it. */
    double fit(double alpha) {
        double keep = 1 - alpha;
        double level = 0;
        double fading = 1;
        double ff = 0;
        double fc = 0;
        double cc = 0;
        double fe = 0;
        double ce = 0;
        double ee = 0;
        for (int t = 0; t < length; t++) {
            double value = values[t] - origin;
            if (t >= first) {
                double curve = fading * intercepts[t] + (1 - fading * keep) / alpha * slopes[t];
                double error = value - level;
                ff += fading * fading;
                fc += fading * curve;
                cc += curve * curve;
                fe += fading * error;
                ce += curve * error;
                ee += error * error;
            }
            level += alpha * (value - level);
            fading *= keep;
        }
        double determinant = ff * cc - fc * fc;
        double best = determinant > 1e-12 * ff * cc ? (ff * ce - fc * fe) / determinant : 0;
        share = Math.max(0, Math.min(MOST_SHARE, best));
        firstLevel = ff > 0 ? (fe - share * fc) / ff : 0;
        double squares = ee
                - 2 * firstLevel * fe
                - 2 * share * ce
                + firstLevel * firstLevel * ff
                + 2 * firstLevel * share * fc
                + share * share * cc;
        return Math.max(0, squares);
    }

    /** Goes on as if each expected value had come true. {@link #fit} must have seen this alpha last. */
    double[] continued(double alpha, int horizon) {
        boolean dynamic = first > 0;
        double keep = 1 - alpha;
        double level = firstLevel;
        double fading = 1;
        Line line = new Line();
        double[] mean = new double[horizon];
        for (int t = 0; t < length + horizon; t++) {
            boolean known = t < length;
            double intercept = dynamic ? line.intercept() : intercepts[0];
            double slope = dynamic ? line.slope : slopes[0];
            double expected = level + share * (fading * intercept + (1 - fading * keep) / alpha * slope);
            double value = known ? values[t] - origin : expected;
            if (!known) {
                mean[t - length] = origin + expected;
            }
            line.add(value);
            level += alpha * (value - level);
            fading *= keep;
        }
        return mean;
    }

    /** The regression on t = 1, 2, ... as values arrive. */
    private static final class Line {
        private int count;
        private double average;
        private double slope;

        void add(double value) {
            count++;
            slope = count < 2 ? 0 : ((count - 2) * slope + 6.0 / count * (value - average)) / (count + 1);
            average += (value - average) / count;
        }

        double intercept() {
            return average - slope * (count + 1) / 2;
        }
    }
}

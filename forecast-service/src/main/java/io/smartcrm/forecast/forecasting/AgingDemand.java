package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Rare demand as a level that follows slowly, less what is lost with age: most things that sell seldom sell ever more seldom,
 * and one series alone is too thin to fit a trend to. How many demands the later half of the history saw beside the earlier one
 * tells enough, with one demand added to both so that a few do not decide; growth is left to the level.
 *
 * <p>Both weights are those with the smallest pooled squared errors and the least bias at rolling origins before the last
 * half year of the car parts of Hyndman et al. 2008, the same at each origin.
 */
final class AgingDemand implements Model {
    private static final double FOLLOWING = 0.1;
    private static final double AGEING = 0.7;

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double level = Arrays.stream(values, 0, length).average().orElse(0);
        double squares = 0;
        for (int t = 0; t < length; t++) {
            double error = values[t] - level;
            squares += error * error;
            level += FOLLOWING * error;
        }
        int half = length / 2;
        double share = (1 + demands(values, length - half, length)) / (1 + demands(values, 0, half));
        double[] mean = new double[horizon];
        Arrays.fill(mean, level * (1 - AGEING + AGEING * Math.min(1, share)));
        double spread = Math.sqrt(squares / Math.max(1, length - 1));
        return new Projection(mean, RareDemand.deviations(spread, FOLLOWING, horizon), length - 2);
    }

    private static double demands(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).filter(value -> value != 0).count();
    }
}

package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * The probability of a demand and its size, smoothed apart; the probability falls with each step without demand, so a
 * product that stops selling is forecast less and less (TSB: Teunter, Syntetos &amp; Babai 2011). The two weights are those
 * of a small grid with the smallest squared one-step errors.
 */
final class DecliningDemand implements Model {
    private static final double[] PROBABILITY_WEIGHTS = {0.01, 0.03, 0.06, 0.1, 0.2};
    private static final double[] SIZE_WEIGHTS = {0.03, 0.1, 0.2};

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double firstProbability = RareDemand.probability(values, length);
        double firstSize = RareDemand.size(values, length);
        double rate = 0;
        double least = Double.POSITIVE_INFINITY;
        double weight = 0;
        for (double probabilityWeight : PROBABILITY_WEIGHTS) {
            for (double sizeWeight : SIZE_WEIGHTS) {
                double probability = firstProbability;
                double size = firstSize;
                double squares = 0;
                for (int t = 0; t < length; t++) {
                    double error = values[t] - probability * size;
                    squares += error * error;
                    if (values[t] == 0) {
                        probability -= probabilityWeight * probability;
                    } else {
                        probability += probabilityWeight * (1 - probability);
                        size += sizeWeight * (values[t] - size);
                    }
                }
                if (squares < least) {
                    least = squares;
                    rate = probability * size;
                    weight = probabilityWeight;
                }
            }
        }
        double[] mean = new double[horizon];
        Arrays.fill(mean, rate);
        double spread = Math.sqrt(least / Math.max(1, length - 1));
        return new Projection(mean, RareDemand.deviations(spread, weight, horizon), length - 2);
    }
}

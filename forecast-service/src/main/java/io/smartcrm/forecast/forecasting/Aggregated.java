package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Sums steps to blocks as long as the mean interval between demands, smooths the blocks and spreads their level evenly
 * (ADIDA: Nikolopoulos, Syntetos, Boylan, Petropoulos &amp; Assimakopoulos 2011). Few blocks are empty, so nothing special is
 * needed for the pauses.
 */
final class Aggregated implements Model {
    private static final int FEWEST_BLOCKS = 4;

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double probability = RareDemand.probability(values, length);
        int size = probability == 0 ? length : (int) Math.round(1 / probability);
        size = Math.max(1, Math.min(size, length / FEWEST_BLOCKS));
        int blocks = length / size;
        double[] sums = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            int from = length - (blocks - block) * size;
            for (int t = from; t < from + size; t++) {
                sums[block] += values[t];
            }
        }
        SimpleSmoothing fit = SimpleSmoothing.fit(sums);
        double rate = fit.level / size;
        double squares = 0;
        for (int t = 0; t < length; t++) {
            squares += (values[t] - rate) * (values[t] - rate);
        }
        double[] mean = new double[horizon];
        Arrays.fill(mean, rate);
        double spread = Math.sqrt(squares / Math.max(1, length - 1));
        return new Projection(mean, RareDemand.deviations(spread, fit.alpha / size, horizon), length - 2);
    }
}

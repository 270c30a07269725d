package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** What methods for rare demand share. */
final class RareDemand {
    private RareDemand() {}

    /** Deviations of a level that follows with weight {@code alpha}. */
    static double[] deviations(double spread, double alpha, int horizon) {
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviation[step] = spread * Math.sqrt(1 + step * alpha * alpha);
        }
        return deviation;
    }

    /** Whether the first values sell intermittently: never below zero, and with long pauses. */
    static boolean isRare(double[] values, int length) {
        for (int t = 0; t < length; t++) {
            if (values[t] < 0) {
                return false;
            }
        }
        return DemandClass.of(Arrays.copyOf(values, length)).isIntermittent();
    }

    /** Share of steps with a demand. */
    static double probability(double[] values, int length) {
        int demands = 0;
        for (int t = 0; t < length; t++) {
            demands += values[t] == 0 ? 0 : 1;
        }
        return (double) demands / length;
    }

    /** Mean of the demands, 0 if there are none. */
    static double size(double[] values, int length) {
        double sum = 0;
        int demands = 0;
        for (int t = 0; t < length; t++) {
            sum += values[t];
            demands += values[t] == 0 ? 0 : 1;
        }
        return demands == 0 ? 0 : sum / demands;
    }
}

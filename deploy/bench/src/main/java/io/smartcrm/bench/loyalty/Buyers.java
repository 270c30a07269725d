package io.smartcrm.bench.loyalty;

import java.util.Arrays;
import java.util.Random;

/**
 * Who bought how often, one place a customer in every array, in one unit of time.
 */
final class Buyers {
    private final int[] x;
    private final double[] last;
    private final double[] length;
    private final double[] mean;
    private final int[] holdout;

    /**
     * Takes the arrays as they are.
     *
     * @param mean amount of the repeat purchases; 0 without one
     * @param holdout purchases after the calibration; empty when nobody knows
     */
    Buyers(int[] x, double[] last, double[] length, double[] mean, int[] holdout) {
        this.x = x;
        this.last = last;
        this.length = length;
        this.mean = mean;
        this.holdout = holdout;
    }

    int[] x() {
        return x;
    }

    double[] last() {
        return last;
    }

    double[] length() {
        return length;
    }

    double[] mean() {
        return mean;
    }

    int[] holdout() {
        return holdout;
    }

    int size() {
        return x.length;
    }

    /** Those who came back and paid something: what amounts are fitted to. */
    int[] paying() {
        int[] paying = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (x[i] > 0 && mean[i] > 0) {
                paying[count++] = i;
            }
        }
        return Arrays.copyOf(paying, count);
    }

    /**
     * Customers who behave as BG/NBD and Gamma-Gamma say, by the parameters of CDNOW, in whole days told as weeks.
     *
     * @param weeks in which they begin, and after which they are looked at for twice as long
     */
    static Buyers simulated(int number, int weeks, long seed) {
        var random = new Random(seed);
        int days = weeks * 7;
        int[] x = new int[number];
        double[] last = new double[number];
        double[] length = new double[number];
        double[] mean = new double[number];
        int[] holdout = new int[number];
        for (int i = 0; i < number; i++) {
            int end = 3 * days - random.nextInt(days);
            double rate = gamma(random, 0.243) / 4.414;
            double one = gamma(random, 0.793);
            double stop = one / (one + gamma(random, 2.426));
            double unit = gamma(random, 3.74) / 15.44;
            double time = 0;
            double spent = 0;
            int before = 0;
            boolean alive = true;
            while (alive && rate > 1e-9) {
                time -= Math.log(1 - random.nextDouble()) / rate;
                int day = (int) Math.ceil(time * 7);
                if (day > end + days) {
                    break;
                }
                if (day > before) {
                    if (day <= end) {
                        x[i]++;
                        last[i] = day / 7.0;
                        spent += gamma(random, 6.25) / unit;
                    } else {
                        holdout[i]++;
                    }
                    before = day;
                }
                alive = random.nextDouble() >= stop;
            }
            length[i] = end / 7.0;
            mean[i] = x[i] == 0 ? 0 : spent / x[i];
        }
        return new Buyers(x, last, length, mean, holdout);
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = 1 + c * normal;
            if (v > 0) {
                v = v * v * v;
                double u = random.nextDouble();
                if (Math.log(u) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }
}

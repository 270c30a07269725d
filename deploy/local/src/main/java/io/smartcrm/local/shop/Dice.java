package io.smartcrm.local.shop;

import java.util.List;

/**
 * Random numbers that depend only on a seed, a purpose and up to two indices, so that any customer, order or week can
 * be drawn again on its own (SplitMix64 after Steele, Lea and Flood 2014). StrictMath keeps them equal on every machine.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Purpose purpose) {
        return of(seed, purpose, 0, 0);
    }

    static Dice of(long seed, Purpose purpose, long index) {
        return of(seed, purpose, index, 0);
    }

    static Dice of(long seed, Purpose purpose, long first, long second) {
        long stream = mix(seed + GOLDEN * purpose.salt());
        return new Dice(mix(mix(stream + GOLDEN * (first + 1)) + GOLDEN * (second + 1)));
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0 .. bound - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Uniform in low .. high, both included. */
    int within(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Standard normal by the polar method. */
    double normal() {
        while (true) {
            double x = between(-1, 1);
            double y = between(-1, 1);
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Gamma with the given shape and rate 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double cube = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (cube > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                return d * cube;
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** Poisson by counting exponential gaps (Knuth), in portions so that the product does not underflow. */
    int poisson(double mean) {
        int count = 0;
        for (double rest = mean; rest > 0; rest -= 16) {
            double limit = StrictMath.exp(-Math.min(rest, 16));
            for (double product = uniform(); product > limit; product *= uniform()) {
                count++;
            }
        }
        return count;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What a throw decides; each purpose is an independent stream. The salts are part of the file format: never change. */
    enum Purpose {
        BIRTHS(1),
        HABITS(2),
        PROFILE(3),
        GAP(4),
        LEAVING(5),
        BASKET(6),
        FAVOURITE(7),
        PRODUCT(8),
        TEXT(9),
        PRICE(10),
        PROMOTION(11),
        LULL(12),
        TAKING_BACK(13),
        SERVICE(14),
        BROWSING(15),
        NEWSLETTER(16),
        CONSENT(17),
        PANEL(18),
        DIRT(19),
        PLANNING_VISITS(20),
        VISIT(21);

        private final int salt;

        Purpose(int salt) {
            this.salt = salt;
        }

        int salt() {
            return salt;
        }
    }
}

package io.smartcrm.loyalty.rfm;

import java.util.Arrays;

/**
 * The four values that cut a population into fifths. Cut k of n values is their ceil(k n / 5)-th smallest (the inverse
 * of the empirical distribution function, type 1 of Hyndman &amp; Fan 1996), so it always occurs in the population.
 *
 * <p>A value scores 1 plus the number of cuts it exceeds: equal values get equal scores, and a tie that spans several
 * fifths falls into the lowest of them. When all values are equal, all score 1. Without ties, and when 5 divides n, the
 * fifths are equally large, as by SQL's NTILE(5).
 */
public record Quintiles(long cut20, long cut40, long cut60, long cut80) {
    public static final int FIFTHS = 5;

    public Quintiles {
        if (cut20 > cut40 || cut40 > cut60 || cut60 > cut80) {
            throw new IllegalArgumentException(
                    "cuts do not ascend: " + cut20 + ", " + cut40 + ", " + cut60 + ", " + cut80);
        }
    }

    /**
     * The cuts of a population of any order, which is left as it is.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public static Quintiles of(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an empty population has no quintiles");
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quintiles(cut(sorted, 1), cut(sorted, 2), cut(sorted, 3), cut(sorted, 4));
    }

    private static long cut(long[] sorted, long fifth) {
        long rank = (fifth * sorted.length + FIFTHS - 1) / FIFTHS;
        return sorted[(int) rank - 1];
    }

    /** From 1 for the lowest fifth to 5 for the highest. */
    public int score(long value) {
        return 1 + exceeds(value, cut20) + exceeds(value, cut40) + exceeds(value, cut60) + exceeds(value, cut80);
    }

    private static int exceeds(long value, long cut) {
        return value > cut ? 1 : 0;
    }
}

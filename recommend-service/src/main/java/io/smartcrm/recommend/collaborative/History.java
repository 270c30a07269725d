package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What one customer chose so far: distinct items with weights (above zero) and times (seconds since 1970). It need not
 * come from the training data, so a model answers for newcomers and for what was bought a minute ago. Immutable.
 */
public final class History {
    private static final History EMPTY = of(new int[0], new float[0], new long[0]);

    private final int[] items;
    private final float[] weights;
    private final long[] times;
    private final int[] counts;
    private final long[] firsts;

    private History(int[] items, float[] weights, long[] times, int[] counts, long[] firsts) {
        this.items = items;
        this.weights = weights;
        this.times = times;
        this.counts = counts;
        this.firsts = firsts;
    }

    public static History empty() {
        return EMPTY;
    }

    /** Every item was chosen once. */
    public static History of(int[] items, float[] weights, long[] times) {
        int[] once = new int[items.length];
        Arrays.fill(once, 1);
        return of(items, weights, times, once, times);
    }

    /**
     * @param times of the latest choice
     * @param counts how often each item was chosen, at least once
     * @param firsts times of the first choice
     * @throws IllegalArgumentException when the columns differ in length, an item is negative or given twice, a weight is
     *     not finite and above zero, or a count is below one
     */
    public static History of(int[] items, float[] weights, long[] times, int[] counts, long[] firsts) {
        requireNonNull(items, "items is null");
        requireNonNull(weights, "weights is null");
        requireNonNull(times, "times is null");
        requireNonNull(counts, "counts is null");
        requireNonNull(firsts, "firsts is null");
        if (weights.length != items.length
                || times.length != items.length
                || counts.length != items.length
                || firsts.length != items.length) {
            throw new IllegalArgumentException(
                    "columns differ in length: items %d, weights %d, times %d, counts %d, firsts %d"
                            .formatted(items.length, weights.length, times.length, counts.length, firsts.length));
        }
        BitSet known = new BitSet();
        for (int at = 0; at < items.length; at++) {
            if (items[at] < 0 || known.get(items[at])) {
                throw new IllegalArgumentException("item " + items[at] + " is negative or given twice");
            }
            if (!(weights[at] > 0) || weights[at] == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "weight of item " + items[at] + " must be finite and above zero, not " + weights[at]);
            }
            if (counts[at] < 1) {
                throw new IllegalArgumentException("item " + items[at] + " is chosen " + counts[at] + " times");
            }
            known.set(items[at]);
        }
        return new History(items.clone(), weights.clone(), times.clone(), counts.clone(), firsts.clone());
    }

    public int size() {
        return items.length;
    }

    public boolean isEmpty() {
        return items.length == 0;
    }

    public int item(int at) {
        return items[at];
    }

    public float weight(int at) {
        return weights[at];
    }

    public long time(int at) {
        return times[at];
    }

    /** How often an item was chosen. */
    public int count(int at) {
        return counts[at];
    }

    /** When an item was chosen first. */
    public long first(int at) {
        return firsts[at];
    }

    /** The items as a set, a fresh copy. */
    public BitSet items() {
        BitSet set = new BitSet();
        for (int item : items) {
            set.set(item);
        }
        return set;
    }

    /** The latest time, or {@link Long#MIN_VALUE} of an empty history. */
    public long latest() {
        return Arrays.stream(times).max().orElse(Long.MIN_VALUE);
    }
}

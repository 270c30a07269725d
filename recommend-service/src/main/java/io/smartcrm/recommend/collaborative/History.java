package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What one customer chose so far: distinct items with weights (above zero) and times (seconds since 1970). It need not
 * come from the training data, so a model answers for newcomers and for what was bought a minute ago. Immutable.
 */
public final class History {
    private static final History EMPTY = new History(new int[0], new float[0], new long[0]);

    private final int[] items;
    private final float[] weights;
    private final long[] times;

    private History(int[] items, float[] weights, long[] times) {
        this.items = items;
        this.weights = weights;
        this.times = times;
    }

    public static History empty() {
        return EMPTY;
    }

    /**
     * @throws IllegalArgumentException when the columns differ in length, an item is negative or given twice, or a
     *     weight is not finite and above zero
     */
    public static History of(int[] items, float[] weights, long[] times) {
        requireNonNull(items, "items is null");
        requireNonNull(weights, "weights is null");
        requireNonNull(times, "times is null");
        if (weights.length != items.length || times.length != items.length) {
            throw new IllegalArgumentException("columns differ in length: items %d, weights %d, times %d"
                    .formatted(items.length, weights.length, times.length));
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
            known.set(items[at]);
        }
        return new History(items.clone(), weights.clone(), times.clone());
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

    /** The items as a set, a fresh copy. */
    public BitSet items() {
        BitSet set = new BitSet();
        for (int item : items) {
            set.set(item);
        }
        return set;
    }

    /** The latest time, or {@link Long#MIN_VALUE} of an empty history. */
    long latest() {
        return Arrays.stream(times).max().orElse(Long.MIN_VALUE);
    }
}

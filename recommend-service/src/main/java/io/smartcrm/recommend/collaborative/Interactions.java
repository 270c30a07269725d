package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Who chose what, once per pair of customer and item: a sparse matrix by rows of customers (CSR) whose entries carry the
 * summed weight, the number of events, the first and the latest time of the pair. Rows are sorted by item; 28 bytes a
 * pair. Immutable.
 */
public final class Interactions {
    private final int items;
    private final int[] starts;
    private final int[] item;
    private final float[] weight;
    private final long[] time;
    private final int[] count;
    private final long[] first;

    private Interactions(int items, int[] starts, int[] item, float[] weight, long[] time, int[] count, long[] first) {
        this.items = items;
        this.starts = starts;
        this.item = item;
        this.weight = weight;
        this.time = time;
        this.count = count;
        this.first = first;
    }

    /** Groups and merges events in linear time; the order of the events does not matter beyond rounding of weights. */
    public static Interactions of(Events events) {
        requireNonNull(events, "events is null");
        int[] order = sorted(events);
        int[] starts = new int[events.customers() + 1];
        int[] item = new int[order.length];
        float[] weight = new float[order.length];
        long[] time = new long[order.length];
        int[] count = new int[order.length];
        long[] first = new long[order.length];
        int pairs = 0;
        int previousCustomer = -1;
        for (int entry : order) {
            int customer = events.customer(entry);
            if (customer == previousCustomer && item[pairs - 1] == events.item(entry)) {
                weight[pairs - 1] += events.weight(entry);
                count[pairs - 1]++;
                time[pairs - 1] = Math.max(time[pairs - 1], events.time(entry));
                first[pairs - 1] = Math.min(first[pairs - 1], events.time(entry));
                continue;
            }
            previousCustomer = customer;
            item[pairs] = events.item(entry);
            weight[pairs] = events.weight(entry);
            time[pairs] = events.time(entry);
            count[pairs] = 1;
            first[pairs] = events.time(entry);
            pairs++;
            starts[customer + 1]++;
        }
        for (int customer = 0; customer < events.customers(); customer++) {
            starts[customer + 1] += starts[customer];
        }
        return new Interactions(
                events.items(),
                starts,
                Arrays.copyOf(item, pairs),
                Arrays.copyOf(weight, pairs),
                Arrays.copyOf(time, pairs),
                Arrays.copyOf(count, pairs),
                Arrays.copyOf(first, pairs));
    }

    /** Entries by customer, then item: two stable counting sorts. */
    private static int[] sorted(Events events) {
        int[] byItem = new int[events.size()];
        int[] itemSlots = new int[events.items() + 1];
        for (int entry = 0; entry < byItem.length; entry++) {
            itemSlots[events.item(entry) + 1]++;
        }
        Arrays.parallelPrefix(itemSlots, Integer::sum);
        for (int entry = 0; entry < byItem.length; entry++) {
            byItem[itemSlots[events.item(entry)]++] = entry;
        }
        int[] byCustomer = new int[byItem.length];
        int[] customerSlots = new int[events.customers() + 1];
        for (int entry : byItem) {
            customerSlots[events.customer(entry) + 1]++;
        }
        Arrays.parallelPrefix(customerSlots, Integer::sum);
        for (int entry : byItem) {
            byCustomer[customerSlots[events.customer(entry)]++] = entry;
        }
        return byCustomer;
    }

    public int customers() {
        return starts.length - 1;
    }

    public int items() {
        return items;
    }

    public int pairs() {
        return item.length;
    }

    /** Number of items that anyone chose. */
    public int activeItems() {
        boolean[] active = new boolean[items];
        int count = 0;
        for (int chosen : item) {
            if (!active[chosen]) {
                active[chosen] = true;
                count++;
            }
        }
        return count;
    }

    /** The latest time of all pairs, empty when there are none. */
    public OptionalLong latest() {
        return Arrays.stream(time).max();
    }

    /** What one customer chose, by ascending item. */
    public History history(int customer) {
        if (customer < 0 || customer >= customers()) {
            throw new IllegalArgumentException("customer must be in [0, " + customers() + "), not " + customer);
        }
        int from = starts[customer];
        int to = starts[customer + 1];
        return History.of(
                Arrays.copyOfRange(item, from, to),
                Arrays.copyOfRange(weight, from, to),
                Arrays.copyOfRange(time, from, to),
                Arrays.copyOfRange(count, from, to),
                Arrays.copyOfRange(first, from, to));
    }

    /** Where the pairs of a customer start; they end where those of the next one start. */
    public int start(int customer) {
        return starts[customer];
    }

    public int item(int pair) {
        return item[pair];
    }

    public float weight(int pair) {
        return weight[pair];
    }

    /** The latest time of a pair. */
    public long time(int pair) {
        return time[pair];
    }

    /** How often the item was chosen. */
    public int count(int pair) {
        return count[pair];
    }

    /** The first time of a pair. */
    public long first(int pair) {
        return first[pair];
    }

    public int length(int customer) {
        return starts[customer + 1] - starts[customer];
    }

    /** The same pairs with other values. */
    public SparseMatrix withValues(float[] values) {
        return new SparseMatrix(items, starts, item, values);
    }
}

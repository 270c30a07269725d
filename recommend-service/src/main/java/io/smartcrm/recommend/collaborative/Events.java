package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Purchases (or clicks, visits ...) in columns: entry e says that a customer chose an item at a time with a weight.
 * Customers and items are dense numbers from zero; times are seconds since 1970 UTC, or all equal where unknown; weights
 * are finite and above zero. Order is free and repeats are welcome. The arrays are taken over, not copied.
 */
public final class Events {
    private final int customers;
    private final int items;
    private final int[] customer;
    private final int[] item;
    private final long[] time;
    private final float[] weight;

    private Events(int customers, int items, int[] customer, int[] item, long[] time, float[] weight) {
        this.customers = customers;
        this.items = items;
        this.customer = customer;
        this.item = item;
        this.time = time;
        this.weight = weight;
    }

    /**
     * @param customers number of customers; every entry of {@code customer} is in [0, customers)
     * @param items number of items; every entry of {@code item} is in [0, items)
     * @throws IllegalArgumentException naming the first entry that breaks a rule of the class
     */
    public static Events of(int customers, int items, int[] customer, int[] item, long[] time, float[] weight) {
        requireNonNull(customer, "customer is null");
        requireNonNull(item, "item is null");
        requireNonNull(time, "time is null");
        requireNonNull(weight, "weight is null");
        if (customers < 0 || items < 0) {
            throw new IllegalArgumentException("customers and items must not be negative: " + customers + ", " + items);
        }
        if (item.length != customer.length || time.length != customer.length || weight.length != customer.length) {
            throw new IllegalArgumentException("columns differ in length: customer %d, item %d, time %d, weight %d"
                    .formatted(customer.length, item.length, time.length, weight.length));
        }
        for (int entry = 0; entry < customer.length; entry++) {
            requireInRange("customer", customer[entry], customers, entry);
            requireInRange("item", item[entry], items, entry);
            if (!(weight[entry] > 0) || weight[entry] == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "weight of entry " + entry + " must be finite and above zero, not " + weight[entry]);
            }
        }
        return new Events(customers, items, customer, item, time, weight);
    }

    /** Events without time and weight: every time is 0, every weight 1. */
    public static Events of(int customers, int items, int[] customer, int[] item) {
        float[] ones = new float[customer.length];
        Arrays.fill(ones, 1);
        return of(customers, items, customer, item, new long[customer.length], ones);
    }

    private static void requireInRange(String column, int value, int bound, int entry) {
        if (value < 0 || value >= bound) {
            throw new IllegalArgumentException(
                    column + " of entry " + entry + " must be in [0, " + bound + "), not " + value);
        }
    }

    /** The events strictly before a time. */
    public Events before(long limit) {
        return where(time -> time < limit);
    }

    /** The events at or after a time. */
    public Events since(long limit) {
        return where(time -> time >= limit);
    }

    private Events where(LongPredicate kept) {
        int[] chosen = new int[size()];
        int count = 0;
        for (int entry = 0; entry < chosen.length; entry++) {
            if (kept.test(time[entry])) {
                chosen[count++] = entry;
            }
        }
        int[] customersKept = new int[count];
        int[] itemsKept = new int[count];
        long[] timesKept = new long[count];
        float[] weightsKept = new float[count];
        for (int at = 0; at < count; at++) {
            customersKept[at] = customer[chosen[at]];
            itemsKept[at] = item[chosen[at]];
            timesKept[at] = time[chosen[at]];
            weightsKept[at] = weight[chosen[at]];
        }
        return new Events(customers, items, customersKept, itemsKept, timesKept, weightsKept);
    }

    public int customers() {
        return customers;
    }

    public int items() {
        return items;
    }

    public int size() {
        return customer.length;
    }

    public int customer(int entry) {
        return customer[entry];
    }

    public int item(int entry) {
        return item[entry];
    }

    public long time(int entry) {
        return time[entry];
    }

    public float weight(int entry) {
        return weight[entry];
    }
}

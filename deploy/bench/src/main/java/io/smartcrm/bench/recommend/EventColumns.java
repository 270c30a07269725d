package io.smartcrm.bench.recommend;

import io.smartcrm.recommend.collaborative.Events;
import java.util.Arrays;

/** Growing columns of events while their file is read. */
final class EventColumns {
    private int[] customers = new int[1024];
    private int[] items = new int[1024];
    private long[] times = new long[1024];
    private float[] weights = new float[1024];
    private int size;

    void add(int customer, int item, long time, float weight) {
        if (size == customers.length) {
            int longer = Math.addExact(size, size / 2);
            customers = Arrays.copyOf(customers, longer);
            items = Arrays.copyOf(items, longer);
            times = Arrays.copyOf(times, longer);
            weights = Arrays.copyOf(weights, longer);
        }
        customers[size] = customer;
        items[size] = item;
        times[size] = time;
        weights[size] = weight;
        size++;
    }

    int size() {
        return size;
    }

    /** The events, once all files are read and therefore all customers and items are numbered. */
    Events events(Numbering customerIds, Numbering itemIds) {
        return Events.of(
                customerIds.size(),
                itemIds.size(),
                Arrays.copyOf(customers, size),
                Arrays.copyOf(items, size),
                Arrays.copyOf(times, size),
                Arrays.copyOf(weights, size));
    }
}

package io.smartcrm.customer.quality;

import java.util.Arrays;
import java.util.UUID;

/** A figure of many customers, without an object for any. */
final class Figures {
    private double[] values = new double[64];
    private long[] owners = new long[128];
    private int size;

    void add(UUID customer, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            owners = Arrays.copyOf(owners, 4 * size);
        }
        owners[2 * size] = customer.getMostSignificantBits();
        owners[2 * size + 1] = customer.getLeastSignificantBits();
        values[size++] = value;
    }

    Spread spread(String figure) {
        return Spread.of(
                figure,
                Arrays.copyOf(values, size),
                index -> new UUID(owners[2 * index], owners[2 * index + 1]).toString());
    }
}

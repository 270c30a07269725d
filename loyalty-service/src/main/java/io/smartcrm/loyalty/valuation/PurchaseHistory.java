package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.value.Histories;
import java.util.Arrays;
import java.util.UUID;

/** What customers bought, one place a customer in every array; days of purchases count once each. */
final class PurchaseHistory {
    private static final double WEEK = 7;
    private static final int FIRST_SIZE = 1024;

    private int size;
    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] repeats = new int[FIRST_SIZE];
    private int[] last = new int[FIRST_SIZE];
    private int[] length = new int[FIRST_SIZE];
    private String[] currency = new String[FIRST_SIZE];
    private long[] historic = new long[FIRST_SIZE];
    private double[] mean = new double[FIRST_SIZE];

    /** @param repeatMean mean amount of the days after the first; NaN without one */
    void add(
            UUID customer,
            int repeatDays,
            int lastDay,
            int lengthDays,
            String currencyCode,
            long historicMinorUnits,
            double repeatMean) {
        if (size == high.length) {
            grow(size * 2);
        }
        high[size] = customer.getMostSignificantBits();
        low[size] = customer.getLeastSignificantBits();
        repeats[size] = repeatDays;
        last[size] = lastDay;
        length[size] = lengthDays;
        currency[size] = currencyCode.intern();
        historic[size] = historicMinorUnits;
        mean[size] = repeatMean;
        size++;
    }

    private void grow(int capacity) {
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        repeats = Arrays.copyOf(repeats, capacity);
        last = Arrays.copyOf(last, capacity);
        length = Arrays.copyOf(length, capacity);
        currency = Arrays.copyOf(currency, capacity);
        historic = Arrays.copyOf(historic, capacity);
        mean = Arrays.copyOf(mean, capacity);
    }

    int size() {
        return size;
    }

    UUID customer(int i) {
        return new UUID(high[i], low[i]);
    }

    int repeats(int i) {
        return repeats[i];
    }

    int lastDay(int i) {
        return last[i];
    }

    int lengthDays(int i) {
        return length[i];
    }

    double last(int i) {
        return last[i] / WEEK;
    }

    double length(int i) {
        return length[i] / WEEK;
    }

    String currency(int i) {
        return currency[i];
    }

    long historic(int i) {
        return historic[i];
    }

    double mean(int i) {
        return mean[i];
    }

    /** In weeks. */
    Histories counted() {
        double[] lasts = new double[size];
        double[] lengths = new double[size];
        for (int i = 0; i < size; i++) {
            lasts[i] = last(i);
            lengths[i] = length(i);
        }
        return Histories.of(Arrays.copyOf(repeats, size), lasts, lengths);
    }
}

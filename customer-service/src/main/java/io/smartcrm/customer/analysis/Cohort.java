package io.smartcrm.customer.analysis;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Customers whose first order was in one month.
 *
 * @param month its first day
 * @param active months since the first to how many of them ordered then
 */
public record Cohort(LocalDate month, SortedMap<Integer, Long> active) {
    public Cohort {
        active = new TreeMap<>(active);
    }

    long customers() {
        return active.getOrDefault(0, 0L);
    }

    /** Share of the cohort, 0 to 1. */
    double retention(Map.Entry<Integer, Long> later) {
        return customers() == 0 ? 0 : (double) later.getValue() / customers();
    }
}

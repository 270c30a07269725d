package io.smartcrm.loyalty.valuation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer is worth.
 *
 * @param repeats days with a purchase after the first
 * @param historicMinorUnits spent less refunded
 * @param alive probability that the customer still buys
 * @param purchases expected within the horizon
 * @param amount expected of a purchase, in minor units; empty in a currency of few
 * @param value discounted, in minor units
 */
record CustomerValue(
        UUID customer,
        int repeats,
        int lastDay,
        int lengthDays,
        Optional<Double> mean,
        String currencyCode,
        long historicMinorUnits,
        double alive,
        double purchases,
        Optional<Double> amount,
        Optional<Long> value,
        LocalDate asOf,
        int horizonWeeks) {
    CustomerValue {
        requireNonNull(customer, "customer is null");
        requireNonNull(currencyCode, "currencyCode is null");
    }

    /** With 95 % probability. */
    record Interval(double low, double high) {}

    /** Beside what is expected, how sure it is. */
    record Detail(CustomerValue value, Interval alive, Interval purchases, Optional<Interval> worth) {}
}

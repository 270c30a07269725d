package io.smartcrm.loyalty.rfm;

import static java.util.Objects.requireNonNull;

/**
 * What a customer bought so far.
 *
 * @param recencyDays whole days from the last sale to the scoring date, 0 or more
 * @param frequency sales, at least 1
 * @param monetary spent less refunded, in the currency the customer mostly pays in
 */
public record Purchases(int recencyDays, long frequency, Money monetary) {
    public Purchases {
        if (recencyDays < 0) {
            throw new IllegalArgumentException("recencyDays is " + recencyDays + ", before the first day");
        }
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency is " + frequency + "; only buyers are scored");
        }
        requireNonNull(monetary, "monetary is null");
    }
}

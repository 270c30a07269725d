package io.smartcrm.loyalty.reward;

import java.time.Instant;

/** A code that is worth points. */
record Coupon(String code, String campaign, Terms terms, long uses) {
    /**
     * What it gives, and how often.
     *
     * @param maxUses by everybody together
     * @param perCustomer by one customer
     */
    record Terms(long points, long maxUses, long perCustomer, Instant fromTime, Instant toTime) {}
}

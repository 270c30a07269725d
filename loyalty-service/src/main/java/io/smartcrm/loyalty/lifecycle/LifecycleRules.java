package io.smartcrm.loyalty.lifecycle;

import java.time.Duration;

/**
 * When customers pass from one state to the next.
 *
 * @param loyalPurchases from this many purchases on who is active is loyal; at least 2
 * @param atRisk silence after which a customer is at risk
 * @param lapsed silence after which a customer is lapsed; longer
 */
public record LifecycleRules(int loyalPurchases, Duration atRisk, Duration lapsed) {
    public LifecycleRules {
        if (loyalPurchases < 2) {
            throw new IllegalArgumentException("loyalPurchases is " + loyalPurchases + ": nobody would ever be active");
        }
        if (atRisk.isNegative() || atRisk.isZero() || lapsed.compareTo(atRisk) <= 0) {
            throw new IllegalArgumentException(
                    "lapsed after " + lapsed + " of silence, at risk after " + atRisk + ": the first must be longer");
        }
    }
}

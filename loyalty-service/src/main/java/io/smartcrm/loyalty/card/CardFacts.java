package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.programme.Programmes.Membership;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.satisfaction.Satisfaction;
import java.util.Optional;

/**
 * What is known of a customer.
 *
 * @param rfm empty before the first scoring, and for who is restricted
 * @param value empty before the first fit
 * @param tierShare rank of the tier among all, from 0 for none to 1 for the highest; empty without tiers
 */
record CardFacts(
        Optional<RfmCode> rfm,
        Optional<Value> value,
        Optional<Satisfaction> satisfaction,
        Membership membership,
        Optional<Double> tierShare,
        Lifecycle lifecycle) {
    /**
     * By the model of purchases.
     *
     * @param amount of one purchase, in minor units; 0 when it is not known
     * @param value in minor units; 0 when it is not known
     */
    record Value(double alive, double purchases, String currencyCode, double amount, long value) {}
}

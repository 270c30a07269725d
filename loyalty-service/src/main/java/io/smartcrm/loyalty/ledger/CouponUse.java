package io.smartcrm.loyalty.ledger;

import java.util.UUID;

/** A coupon that a customer cashed. */
public record CouponUse(String code, UUID customer, UUID transaction) {}

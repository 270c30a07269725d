/**
 * What an order earns and which tier a customer is in: Purchase -> EarningPolicy -> Earned; TierPolicy -> Standing; pure,
 * depends on java.* only.
 */
@NullMarked
package io.smartcrm.loyalty.earning;

import org.jspecify.annotations.NullMarked;

/** Rewards, vouchers and coupons; resource -> client -> loyalty-service. */
@NullMarked
package io.smartcrm.gateway.reward;

import org.jspecify.annotations.NullMarked;

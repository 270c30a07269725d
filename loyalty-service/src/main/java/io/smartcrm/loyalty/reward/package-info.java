/**
 * What customers take for points, and codes that are worth points: RewardGrpc -> Rewards, Vouchers, Coupons -> tables;
 * redeeming and cashing them is the business of account.
 */
@NullMarked
package io.smartcrm.loyalty.reward;

import org.jspecify.annotations.NullMarked;

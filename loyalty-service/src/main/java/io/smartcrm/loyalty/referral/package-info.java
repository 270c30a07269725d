/**
 * Members who bring new customers: ReferralGrpc -> Referrals -> ReferralTable; ReferralCredits -> FirstOrder says what
 * becomes of them, account credits both.
 */
@NullMarked
package io.smartcrm.loyalty.referral;

import org.jspecify.annotations.NullMarked;

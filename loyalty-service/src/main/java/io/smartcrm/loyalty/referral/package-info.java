/**
 * Members who bring new customers: ReferralGrpc -> Referrals -> ReferralTable; ReferralCredits -> FirstOrder says what
 * becomes of them, ReferralPostings credits both.
 */
@NullMarked
package io.smartcrm.loyalty.referral;

import org.jspecify.annotations.NullMarked;

/**
 * Members who bring new customers: ReferralGrpc -> Referrals -> ReferralTable; ReferralCredits -> FirstOrder says what
 * becomes of them, ReferralPostings credits both. Customers
 * who were merged are whom they became: the view referral_now.
 */
@NullMarked
package io.smartcrm.loyalty.referral;

import org.jspecify.annotations.NullMarked;

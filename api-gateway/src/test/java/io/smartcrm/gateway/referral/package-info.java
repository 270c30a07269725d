/** Tests of referrals over REST. */
@NullMarked
package io.smartcrm.gateway.referral;

import org.jspecify.annotations.NullMarked;

/** Codes of members, and whom they referred; resource -> client -> loyalty-service. */
@NullMarked
package io.smartcrm.gateway.referral;

import org.jspecify.annotations.NullMarked;

package io.smartcrm.loyalty.referral;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.referral.Referral.State;
import java.time.Instant;
import java.util.UUID;

/**
 * What a referred customer bought first.
 *
 * @param refunded given back so far, 0 or negative
 */
record FirstOrder(UUID id, Instant time, String currencyCode, long minorUnits, long refunded) {
    FirstOrder {
        requireNonNull(id, "id is null");
        requireNonNull(time, "time is null");
    }

    /** What becomes of the referral. */
    State decide(Referral referral, Programme.Terms terms, Instant now) {
        if (time.isBefore(referral.createTime())) {
            return State.BOUGHT_BEFORE;
        }
        if (now.isBefore(terms.availableTime(time))) {
            return State.WAITING;
        }
        long kept = minorUnits + refunded;
        if (kept <= 0) {
            return State.GIVEN_BACK;
        }
        boolean enough = currencyCode.equals(terms.currencyCode()) && kept >= referral.minimumMinorUnits();
        return enough ? State.CREDITED : State.TOO_SMALL;
    }
}

package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.wire.Failure;

/**
 * What a new customer is worth to the member who brought them, and to them.
 *
 * @param referrerPoints 0 for none
 * @param referredPoints 0 for none
 * @param minimumMinorUnits what is left of the first order after refunds, at least
 * @param perMember most referrals of one member
 */
public record ReferralTerms(long referrerPoints, long referredPoints, long minimumMinorUnits, int perMember) {
    private static final int MAX_PER_MEMBER = 1000;

    public ReferralTerms {
        requireWithin("referrerPoints", referrerPoints, 0, Command.MAX_POINTS);
        requireWithin("referredPoints", referredPoints, 0, Command.MAX_POINTS);
        requireWithin("minimumMinorUnits", minimumMinorUnits, 0, Long.MAX_VALUE / 2);
        requireWithin("perMember", perMember, 1, MAX_PER_MEMBER);
        if (referrerPoints + referredPoints == 0) {
            throw Failure.invalid("referrals", "give nobody points: say referrerPoints, referredPoints or both");
        }
    }

    private static void requireWithin(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw Failure.invalid("referrals." + field, value + " is not from " + least + " to " + most);
        }
    }
}

package io.smartcrm.loyalty.programme;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.earning.EarningPolicy;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.TierPolicy;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How customers earn points.
 *
 * @param active while it is not, orders earn nothing; refunds still take points back
 * @param referrals empty while members cannot refer anybody
 * @param version grows with every change; 0 before the first
 */
public record Programme(
        String name,
        boolean active,
        Terms terms,
        TierPolicy tiers,
        List<EarningRule> rules,
        Optional<ReferralTerms> referrals,
        long version) {
    public Programme {
        requireNonNull(name, "name is null");
        rules = List.copyOf(rules);
    }

    /**
     * When points come, go, and what they are worth.
     *
     * @param startTime orders before it earn nothing
     * @param returnWindow from the order until its points can be spent
     * @param validity from then until they expire; zero for ever
     * @param maxPointsPerOrder 0 for any number
     * @param minorUnitsPerThousandPoints what points cost the shop
     */
    public record Terms(
            Instant startTime,
            String currencyCode,
            Period returnWindow,
            Period validity,
            NegativePolicy negativePolicy,
            long maxPointsPerOrder,
            long minorUnitsPerThousandPoints) {
        public Terms {
            requireNonNull(startTime, "startTime is null");
            requireNonNull(currencyCode, "currencyCode is null");
        }

        /** When the return window of an order ends. */
        public Instant availableTime(Instant orderTime) {
            return orderTime.atZone(ZoneOffset.UTC).plus(returnWindow).toInstant();
        }

        public Instant expireTime(Instant availableTime) {
            return validity.isZero()
                    ? Lot.NEVER
                    : availableTime.atZone(ZoneOffset.UTC).plus(validity).toInstant();
        }
    }

    public EarningPolicy policy() {
        return new EarningPolicy(terms.currencyCode(), terms.maxPointsPerOrder(), rules);
    }
}

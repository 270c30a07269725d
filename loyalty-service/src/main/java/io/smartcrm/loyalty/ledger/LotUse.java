package io.smartcrm.loyalty.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Points that a transaction took out of a lot.
 *
 * @param expireTime of the lot, so that points given back keep it
 */
public record LotUse(UUID transaction, UUID lot, long points, Instant expireTime) {
    public LotUse {
        if (points <= 0) {
            throw new IllegalArgumentException(points + " points of lot " + lot);
        }
    }
}

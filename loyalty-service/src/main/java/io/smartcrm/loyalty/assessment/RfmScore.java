package io.smartcrm.loyalty.assessment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.rfm.Purchases;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.rfm.Segment;
import java.time.Instant;
import java.util.UUID;

/**
 * How one customer stood among all at a scoring.
 *
 * @param scoreTime the latest order known then: what recency counts back from
 */
public record RfmScore(
        UUID customerId, Instant lastOrderTime, Purchases purchases, RfmCode code, Segment segment, Instant scoreTime) {
    public RfmScore {
        requireNonNull(customerId, "customerId is null");
        requireNonNull(lastOrderTime, "lastOrderTime is null");
        requireNonNull(purchases, "purchases is null");
        requireNonNull(code, "code is null");
        requireNonNull(segment, "segment is null");
        requireNonNull(scoreTime, "scoreTime is null");
    }
}

package io.smartcrm.loyalty.satisfaction;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a rated case.
 *
 * @param satisfaction 1 to 5; 0 when it is not rated, or no more
 */
record Rating(UUID caseId, long version, UUID customer, int satisfaction, Instant time) {
    Rating {
        requireNonNull(caseId, "caseId is null");
        requireNonNull(customer, "customer is null");
        requireNonNull(time, "time is null");
    }
}

package io.smartcrm.recommend.recommendation;

import io.smartcrm.wire.Failure;
import java.util.List;

/**
 * What is asked for a customer.
 *
 * @param size 1 to 100
 * @param excludeBought whether to leave out what the customer has already
 * @param excludedProductIds never to answer, at most 1,000; unknown ones do no harm
 */
public record CustomerQuery(String customerId, int size, boolean excludeBought, List<String> excludedProductIds) {
    private static final int MOST_EXCLUDED = 1_000;

    public CustomerQuery {
        Limits.requireId("customerId", customerId);
        Limits.requireSize(size);
        excludedProductIds = List.copyOf(excludedProductIds);
        if (excludedProductIds.size() > MOST_EXCLUDED) {
            throw Failure.invalid(
                    "excludeProductIds", excludedProductIds.size() + " ids are more than " + MOST_EXCLUDED);
        }
        excludedProductIds.forEach(id -> Limits.requireId("excludeProductIds", id));
    }
}

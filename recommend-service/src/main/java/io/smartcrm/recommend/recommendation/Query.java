package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.catalog.ProductFilter;
import io.smartcrm.wire.Failure;
import java.util.List;

/**
 * What is asked.
 *
 * @param customerId empty for nobody in particular
 * @param seenProductIds looked at or put in the basket now, the last one last, at most 100
 * @param size 1 to 100
 * @param offset of the page, less than 1,000
 * @param excludeBought whether to leave out what the customer has already
 * @param rules what else decides
 */
public record Query(
        Scenario scenario,
        String customerId,
        List<String> seenProductIds,
        int size,
        int offset,
        boolean excludeBought,
        ProductFilter filter,
        Rules rules) {
    private static final int MOST_SEEN = 100;
    private static final int DEEPEST = 1_000;

    public Query {
        requireNonNull(scenario, "scenario is null");
        requireNonNull(filter, "filter is null");
        requireNonNull(rules, "rules is null");
        if (!customerId.isEmpty()) {
            Limits.requireId("customerId", customerId);
        }
        seenProductIds = Limits.requireIds("productIds", seenProductIds, MOST_SEEN);
        Limits.requireSize(size);
        if (offset < 0 || offset >= DEEPEST) {
            throw Failure.invalid("pageToken", "a list ends after " + DEEPEST + " products");
        }
    }

    /** What one customer may want, as the first and oldest call asks it. */
    public static Query forCustomer(
            String customerId, int size, boolean excludeBought, List<String> excludedProductIds) {
        Limits.requireId("customerId", customerId);
        return new Query(
                Scenario.FOR_CUSTOMER,
                customerId,
                List.of(),
                size,
                0,
                excludeBought,
                ProductFilter.NONE,
                Rules.excluding(excludedProductIds));
    }

    Query from(int start) {
        return new Query(scenario, customerId, seenProductIds, size, start, excludeBought, filter, rules);
    }

    /** Everything but the page, to which a page token belongs. */
    String fingerprint() {
        return List.of(scenario, customerId, seenProductIds, excludeBought, filter, rules)
                .toString();
    }
}

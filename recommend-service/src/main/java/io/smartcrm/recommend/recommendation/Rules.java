package io.smartcrm.recommend.recommendation;

import io.smartcrm.wire.Failure;
import java.util.List;

/**
 * What the shop wants, whatever the models say.
 *
 * @param excludedProductIds never to answer, at most 1,000; unknown ones do no harm
 * @param pinnedProductIds answered first, as long as they are on sale; at most 20
 * @param mostPerCategory products of one category, by its last level, in one page; 0 for any number
 * @param diversity 0 (by score alone) to 1 (unlike each other above all)
 */
public record Rules(
        List<String> excludedProductIds, List<String> pinnedProductIds, int mostPerCategory, double diversity) {
    private static final int MOST_EXCLUDED = 1_000;
    private static final int MOST_PINNED = 20;

    public Rules {
        excludedProductIds = Limits.requireIds("excludeProductIds", excludedProductIds, MOST_EXCLUDED);
        pinnedProductIds = Limits.requireIds("pinnedProductIds", pinnedProductIds, MOST_PINNED);
        if (mostPerCategory < 0) {
            throw Failure.invalid("mostPerCategory", mostPerCategory + " is below 0");
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw Failure.invalid("diversity", diversity + " is not between 0 and 1");
        }
    }

    static Rules excluding(List<String> productIds) {
        return new Rules(productIds, List.of(), 0, 0);
    }
}

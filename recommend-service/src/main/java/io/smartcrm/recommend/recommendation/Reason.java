package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why an item is recommended.
 *
 * @param productId the product the reason rests on; empty for popular items
 * @param share of the score, 0 to 1
 */
public record Reason(String text, Optional<String> productId, double share) {
    public Reason {
        requireNonNull(text, "text is null");
        requireNonNull(productId, "productId is null");
    }
}

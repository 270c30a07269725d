package io.smartcrm.recommend.training;

import java.time.Duration;

/**
 * How large a model may become, and what counts as lately.
 *
 * @param neighbours kept for an item, by customers, by text and by basket
 * @param factors that describe an item
 * @param baskets kept, the latest
 * @param window of popular products, whole days
 */
public record ModelSize(int neighbours, int factors, int baskets, Duration window) {
    public ModelSize {
        if (neighbours < 1 || factors < 1 || baskets < 1 || window.toDays() < 1) {
            throw new IllegalArgumentException(
                    "neighbours, factors, baskets and days must be at least 1: %d, %d, %d, %s"
                            .formatted(neighbours, factors, baskets, window));
        }
    }
}

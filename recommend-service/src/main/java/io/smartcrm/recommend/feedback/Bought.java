package io.smartcrm.recommend.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a customer has of a product.
 *
 * @param product its number
 * @param quantity net of what was given back, above zero
 * @param lastTime of the latest sale
 */
public record Bought(int product, double quantity, Instant lastTime) {
    public Bought {
        requireNonNull(lastTime, "lastTime is null");
    }
}

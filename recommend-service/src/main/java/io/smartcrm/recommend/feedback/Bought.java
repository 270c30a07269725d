package io.smartcrm.recommend.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a customer has of a product.
 *
 * @param product its number
 * @param quantity net of what was given back, above zero
 * @param times sales of it, at least 1
 * @param firstTime of the first sale
 * @param lastTime of the latest sale
 */
public record Bought(int product, double quantity, int times, Instant firstTime, Instant lastTime) {
    public Bought {
        requireNonNull(firstTime, "firstTime is null");
        requireNonNull(lastTime, "lastTime is null");
    }
}

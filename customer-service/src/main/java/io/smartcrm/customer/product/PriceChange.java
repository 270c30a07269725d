package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A list price and since when it holds.
 *
 * @param listPrice empty when the product lost it
 */
record PriceChange(Instant changeTime, Optional<Money> listPrice) {
    PriceChange {
        requireNonNull(changeTime, "changeTime is null");
        requireNonNull(listPrice, "listPrice is null");
    }
}

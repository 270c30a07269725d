package io.smartcrm.recommend.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order as one of its versions says.
 *
 * @param customerId empty for a guest
 * @param lines what went to the customer; empty when no goods moved
 */
record Purchase(String orderId, long version, Optional<String> customerId, Instant time, List<Line> lines) {
    Purchase {
        requireNonNull(orderId, "orderId is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(time, "time is null");
        lines = List.copyOf(lines);
    }

    /** @param quantity below zero when given back */
    record Line(String productId, double quantity) {
        Line {
            requireNonNull(productId, "productId is null");
            if (productId.isEmpty() || !Double.isFinite(quantity)) {
                throw new IllegalArgumentException("a line of product '" + productId + "' with quantity " + quantity);
            }
        }
    }

    /** The same order without the customer, who was erased. */
    Purchase ofNobody() {
        return new Purchase(orderId, version, Optional.empty(), time, lines);
    }

    /** The higher of two versions of one order. */
    Purchase newer(Purchase other) {
        return other.version >= version ? other : this;
    }
}

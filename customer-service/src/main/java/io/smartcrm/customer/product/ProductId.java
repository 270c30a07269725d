package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.Optional;
import java.util.UUID;

/** Our name of a product. */
record ProductId(UUID value) {
    ProductId {
        requireNonNull(value, "value is null");
    }

    /** @throws Failure NOT_FOUND when no product can have this id */
    static ProductId parse(String text) {
        return parseIfPossible(text).orElseThrow(() -> Failure.notFound("product", text));
    }

    /** Empty when no product can have this id. */
    static Optional<ProductId> parseIfPossible(String text) {
        try {
            return Optional.of(new ProductId(UUID.fromString(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

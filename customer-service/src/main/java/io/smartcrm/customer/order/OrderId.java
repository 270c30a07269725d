package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.UUID;

/** Our name of an order. */
record OrderId(UUID value) {
    OrderId {
        requireNonNull(value, "value is null");
    }

    /** @throws Failure NOT_FOUND when no order can have this id */
    static OrderId parse(String text) {
        try {
            return new OrderId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("order", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

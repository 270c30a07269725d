package io.smartcrm.customer.profile;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.util.UUID;

/** Our name of a customer. */
public record CustomerId(UUID value) {
    public CustomerId {
        requireNonNull(value, "value is null");
    }

    static CustomerId next() {
        return new CustomerId(TimeOrderedId.next());
    }

    /** @throws Failure NOT_FOUND when no customer can have this id */
    public static CustomerId parse(String text) {
        try {
            return new CustomerId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("customer", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A product as one event left it. */
record ProductState(String id, String code, String name, Instant time, boolean withdrawn) {
    ProductState {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
        requireNonNull(time, "time is null");
    }

    /** The later of two states of one product; of two at the same time the other, which arrived later. */
    ProductState later(ProductState other) {
        return time.isAfter(other.time) ? this : other;
    }
}

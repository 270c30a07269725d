package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product as one event left it.
 *
 * @param price what filters go by; empty when nobody said
 * @param content all that is written about it, in all languages
 * @param texts names and descriptions, the name first
 * @param attributes by name
 * @param withdrawn no longer there, no longer sold or out of stock
 */
record ProductState(
        String id,
        String code,
        String name,
        List<String> category,
        String brand,
        OptionalDouble price,
        String content,
        List<String> texts,
        SortedMap<String, String> attributes,
        Instant time,
        boolean withdrawn) {
    ProductState {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
        requireNonNull(brand, "brand is null");
        requireNonNull(price, "price is null");
        requireNonNull(content, "content is null");
        requireNonNull(time, "time is null");
        category = List.copyOf(category);
        texts = List.copyOf(texts);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static ProductState gone(String id, Instant time) {
        return new ProductState(
                id, "", "", List.of(), "", OptionalDouble.empty(), "", List.of(), new TreeMap<>(), time, true);
    }

    /** The later of two states of one product; of two at the same time the other, which arrived later. */
    ProductState later(ProductState other) {
        return time.isAfter(other.time) ? this : other;
    }
}

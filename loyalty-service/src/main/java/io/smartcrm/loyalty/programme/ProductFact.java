package io.smartcrm.loyalty.programme;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which category a product is of since when.
 *
 * @param category its path from the root, such as Home/Kitchen; empty for a product that is gone or that nobody sorted
 */
record ProductFact(UUID product, String category, Instant updateTime) {
    ProductFact {
        requireNonNull(product, "product is null");
        requireNonNull(category, "category is null");
        requireNonNull(updateTime, "updateTime is null");
    }

    /** The latest state of each product; of equal times the later in the list. */
    static Collection<ProductFact> latest(List<ProductFact> facts) {
        Map<UUID, ProductFact> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(
                fact.product(),
                fact,
                (known, other) -> other.updateTime().isBefore(known.updateTime()) ? known : other));
        return latest.values();
    }
}

package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which categories a product counts for since when.
 *
 * @param categories none for a product that is gone or that nobody sorted
 */
record ProductFact(UUID productId, List<String> categories, Instant updateTime) {
    ProductFact {
        requireNonNull(productId, "productId is null");
        requireNonNull(updateTime, "updateTime is null");
        categories = List.copyOf(categories);
    }

    /** The category path itself and every beginning of it: a sale of a chair is one of furniture, too. */
    static ProductFact of(UUID productId, List<String> path, Instant updateTime) {
        List<String> categories = new ArrayList<>();
        for (int depth = 1; depth <= path.size(); depth++) {
            categories.add(String.join(DemandScope.SEPARATOR, path.subList(0, depth)));
        }
        return new ProductFact(productId, categories, updateTime);
    }

    /** The latest state of each product; of equal times the later in the list. */
    static Collection<ProductFact> latest(List<ProductFact> facts) {
        Map<UUID, ProductFact> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(
                fact.productId(),
                fact,
                (known, other) -> other.updateTime().isBefore(known.updateTime()) ? known : other));
        return latest.values();
    }
}

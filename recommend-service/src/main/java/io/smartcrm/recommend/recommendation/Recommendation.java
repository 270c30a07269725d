package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.catalog.Product;
import java.util.List;

/**
 * One product to offer.
 *
 * @param score comparable within one answer only
 * @param reasons strongest first
 */
public record Recommendation(Product product, double score, Source source, List<Reason> reasons) {
    public Recommendation {
        requireNonNull(product, "product is null");
        requireNonNull(source, "source is null");
        reasons = List.copyOf(reasons);
    }
}

package io.smartcrm.recommend.insight;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.catalog.DescribedProduct;
import java.util.List;

/**
 * A category for a product that has none.
 *
 * @param category from the root down
 * @param probability 0 to 1
 * @param words of the product that spoke most for it
 */
record CategoryProposal(DescribedProduct product, List<String> category, double probability, List<String> words) {
    CategoryProposal {
        requireNonNull(product, "product is null");
        category = List.copyOf(category);
        words = List.copyOf(words);
    }
}

package io.smartcrm.recommend.insight;

import io.smartcrm.recommend.catalog.DescribedProduct;
import java.util.List;

/**
 * Products that read alike.
 *
 * @param label the words that part it from the others, heaviest first
 * @param cohesion 0 to 1
 * @param examples those nearest to its centre
 */
record ProductGroup(List<String> label, int size, double cohesion, List<DescribedProduct> examples) {
    ProductGroup {
        label = List.copyOf(label);
        examples = List.copyOf(examples);
    }
}

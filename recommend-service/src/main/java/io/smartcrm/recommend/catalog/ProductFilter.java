package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which products may be offered.
 *
 * @param category the name of any level of the product's category
 * @param lowestPrice products without a price do not pass a limit
 */
public record ProductFilter(
        Optional<String> category,
        Optional<String> brand,
        Optional<Double> lowestPrice,
        Optional<Double> highestPrice) {
    public static final ProductFilter NONE =
            new ProductFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ProductFilter {
        requireNonNull(category, "category is null");
        requireNonNull(brand, "brand is null");
        requireNonNull(lowestPrice, "lowestPrice is null");
        requireNonNull(highestPrice, "highestPrice is null");
    }

    public boolean passesAll() {
        return equals(NONE);
    }
}

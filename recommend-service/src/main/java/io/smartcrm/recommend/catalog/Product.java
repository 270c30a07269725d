package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A product.
 *
 * @param number the small number that purchases and models know it by
 * @param code its number in the shop
 * @param onSale whether it may be offered
 * @param category from the root down; empty when nobody said
 */
public record Product(int number, String id, String code, String name, boolean onSale, List<String> category) {
    public Product {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
        category = List.copyOf(category);
    }
}

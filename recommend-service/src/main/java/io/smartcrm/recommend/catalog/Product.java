package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A product on sale.
 *
 * @param number the small number that purchases and models know it by
 * @param code its number in the shop
 */
public record Product(int number, String id, String code, String name) {
    public Product {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
    }
}

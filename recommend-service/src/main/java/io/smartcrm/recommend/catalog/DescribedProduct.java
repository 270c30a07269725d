package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A product on sale and what is written about it.
 *
 * @param category from the root down; empty when nobody said
 * @param text without the category
 */
public record DescribedProduct(String id, String code, String name, List<String> category, String text) {
    private static final String LEVEL = "\u001f";

    public DescribedProduct {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
        category = List.copyOf(category);
    }

    /** The category in one text, which {@link #levels} takes apart again. */
    public String path() {
        return String.join(LEVEL, category);
    }

    public static List<String> levels(String path) {
        return List.of(path.split(LEVEL));
    }
}

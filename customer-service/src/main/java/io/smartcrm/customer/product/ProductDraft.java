package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.List;

/**
 * A product as the shop tells it.
 *
 * @param code 1 to 100 characters, unique
 * @param name at most 500 characters
 * @param categoryPath from the root, at most eight levels of 1 to 500 characters
 */
public record ProductDraft(String code, String name, List<String> categoryPath, ProductDetails details) {
    public ProductDraft {
        requireNonNull(details, "details is null");
        code = ProductText.check("code", code.strip(), 100);
        if (code.isEmpty()) {
            throw Failure.invalid("code", "is missing");
        }
        name = checkName(name);
        categoryPath = checkPath(categoryPath);
    }

    /** Parts of a product to change it with. */
    record Parts(String name, List<String> categoryPath, ProductDetails details) {
        Parts {
            categoryPath = List.copyOf(categoryPath);
        }

        ProductDraft of(String code) {
            return new ProductDraft(code, name, categoryPath, details);
        }
    }

    private static String checkName(String name) {
        return ProductText.check("name", name.strip(), 500);
    }

    private static List<String> checkPath(List<String> path) {
        if (path.size() > Product.MAX_LEVELS) {
            throw Failure.invalid("categoryPath", path.size() + " levels are too many; at most " + Product.MAX_LEVELS);
        }
        List<String> levels = path.stream()
                .map(level -> ProductText.check("categoryPath", level.strip(), 500))
                .toList();
        if (levels.contains("")) {
            throw Failure.invalid("categoryPath", "has an empty level");
        }
        return levels;
    }
}

package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is sold.
 *
 * @param code the product's number in the shop, unique; 1 to 100 characters
 * @param name at most 500 characters, empty when nobody said
 * @param categoryPath from the root, at most eight levels of 1 to 500 characters
 * @param price last price seen
 * @param version from 1, grows with every change that shows
 */
record Product(
        ProductId id,
        String code,
        String name,
        List<String> categoryPath,
        Optional<Money> price,
        ProductDetails details,
        Instant createTime,
        Instant updateTime,
        long version) {
    static final int MAX_LEVELS = 8;

    Product {
        requireNonNull(id, "id is null");
        requireNonNull(price, "price is null");
        requireNonNull(details, "details is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(updateTime, "updateTime is null");
        requireLength("code", code, 1, 100);
        requireLength("name", name, 0, 500);
        categoryPath = List.copyOf(categoryPath);
        if (categoryPath.size() > MAX_LEVELS) {
            throw new IllegalArgumentException("a category path of " + categoryPath.size() + " levels is too long");
        }
        categoryPath.forEach(level -> requireLength("category", level, 1, 500));
    }

    /** Changes with every write. */
    String etag() {
        return Long.toString(version);
    }

    private static void requireLength(String field, String text, int shortest, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw new IllegalArgumentException(
                    field + " is " + length + " characters long, not " + shortest + " to " + longest);
        }
    }
}

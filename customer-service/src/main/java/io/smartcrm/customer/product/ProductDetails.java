package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import io.smartcrm.wire.Failure;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the shop tells of a product beside what orders show.
 *
 * @param brand at most 100 characters
 * @param attributes at most 50: text of at most 1,000 characters, a finite number (as Double) or a flag by name
 * @param names at most 10, of at most 500 characters, by language such as {@code zh} or {@code en-GB}
 * @param descriptions at most 10, of at most 5,000 characters, by language
 * @param listPrice what the shop asks for, not negative
 */
public record ProductDetails(
        String brand,
        Map<String, Object> attributes,
        Map<String, String> names,
        Map<String, String> descriptions,
        Optional<Money> listPrice,
        ProductStatus status) {
    static final ProductDetails NONE =
            new ProductDetails("", Map.of(), Map.of(), Map.of(), Optional.empty(), ProductStatus.ACTIVE);

    private static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_LANGUAGES = 10;
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    public ProductDetails {
        brand = ProductText.check("brand", brand, 100);
        attributes = sorted(attributes);
        names = sorted(names);
        descriptions = sorted(descriptions);
        requireNonNull(status, "status is null");
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw Failure.invalid("attributes", attributes.size() + " are too many; a product has at most 50");
        }
        attributes.forEach(ProductDetails::checkAttribute);
        checkTexts("names", names, 500);
        checkTexts("descriptions", descriptions, 5_000);
        listPrice.filter(price -> price.amount().signum() < 0).ifPresent(price -> {
            throw Failure.invalid("listPrice", price.amount().toPlainString() + " is negative");
        });
    }

    /** These details with one part of the others: a field, or one entry of a map as {@code attributes.color}. */
    ProductDetails with(String path, ProductDetails other) {
        int dot = path.indexOf('.') + 1;
        String key = path.substring(dot);
        return switch (path.substring(0, dot == 0 ? path.length() : dot)) {
            case "brand" -> new ProductDetails(other.brand, attributes, names, descriptions, listPrice, status);
            case "attributes" -> new ProductDetails(brand, other.attributes, names, descriptions, listPrice, status);
            case "attributes." ->
                new ProductDetails(
                        brand, entry(attributes, key, other.attributes), names, descriptions, listPrice, status);
            case "names" -> new ProductDetails(brand, attributes, other.names, descriptions, listPrice, status);
            case "names." ->
                new ProductDetails(brand, attributes, entry(names, key, other.names), descriptions, listPrice, status);
            case "descriptions" -> new ProductDetails(brand, attributes, names, other.descriptions, listPrice, status);
            case "descriptions." ->
                new ProductDetails(
                        brand, attributes, names, entry(descriptions, key, other.descriptions), listPrice, status);
            case "list_price" -> new ProductDetails(brand, attributes, names, descriptions, other.listPrice, status);
            case "status" -> new ProductDetails(brand, attributes, names, descriptions, listPrice, other.status);
            default ->
                throw Failure.invalid(
                        "updateMask",
                        "'" + path + "' cannot be changed; choose among name, category_path, brand, attributes, names,"
                                + " descriptions, list_price, status");
        };
    }

    boolean samePrice(ProductDetails other) {
        return listPrice.map(Money::currencyCode).equals(other.listPrice.map(Money::currencyCode))
                && listPrice
                        .map(price -> price.amount().stripTrailingZeros())
                        .equals(other.listPrice.map(price -> price.amount().stripTrailingZeros()));
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private static <V> Map<String, V> entry(Map<String, V> map, String key, Map<String, V> other) {
        Map<String, V> changed = new TreeMap<>(map);
        V value = other.get(key);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    private static void checkAttribute(String name, Object value) {
        String field = "attributes." + name;
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw Failure.invalid("attributes", "'" + name + "' is not a name of letters, digits, _ and -, at most 64");
        }
        if (value instanceof String text) {
            ProductText.check(field, text, 1_000);
        } else if (!(value instanceof Boolean || (value instanceof Double number && Double.isFinite(number)))) {
            throw Failure.invalid(field, "is neither text nor a number nor true or false");
        }
    }

    private static void checkTexts(String field, Map<String, String> texts, int longest) {
        if (texts.size() > MAX_LANGUAGES) {
            throw Failure.invalid(field, texts.size() + " are too many; at most 10 languages");
        }
        texts.forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw Failure.invalid(field, "'" + language + "' is not a language, such as zh or en-GB");
            }
            ProductText.checkLines(field + "." + language, text, longest);
        });
    }
}

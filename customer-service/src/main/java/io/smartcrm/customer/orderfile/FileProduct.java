package io.smartcrm.customer.orderfile;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a part of a file tells of a product, each with the time of the order that told it last: so a file read twice, or
 * an older one read later, changes nothing.
 *
 * @param categoryPath from the root, at most eight levels
 */
public record FileProduct(
        String code,
        Optional<Told<String>> name,
        Optional<Told<List<String>>> categoryPath,
        Optional<Told<Price>> price) {
    private static final Pattern LEVELS = Pattern.compile(" / |>");
    private static final int MAX_LEVELS = 8;

    public FileProduct {
        requireNonNull(code, "code is null");
    }

    /** A value and when it was told. */
    public record Told<T>(T value, Instant time) {}

    public record Price(BigDecimal amount, String currency) {}

    /** Lines without a price carry remarks such as "damaged" instead of names: anything else outranks them. */
    static FileProduct of(OrderRow row) {
        boolean priced = row.unitPrice().signum() > 0;
        Instant nameTime = priced ? row.time() : Instant.EPOCH;
        List<String> path = path(row.category());
        return new FileProduct(
                row.productCode(),
                row.productName().isEmpty() ? Optional.empty() : Optional.of(new Told<>(row.productName(), nameTime)),
                path.isEmpty() ? Optional.empty() : Optional.of(new Told<>(path, row.time())),
                priced && !row.creditNote()
                        ? Optional.of(new Told<>(new Price(row.unitPrice(), row.currency()), row.time()))
                        : Optional.empty());
    }

    FileProduct orElse(FileProduct later) {
        return new FileProduct(
                code, last(name, later.name), last(categoryPath, later.categoryPath), last(price, later.price));
    }

    private static <T> Optional<Told<T>> last(Optional<Told<T>> earlierLine, Optional<Told<T>> laterLine) {
        if (earlierLine.isEmpty() || laterLine.isEmpty()) {
            return earlierLine.or(() -> laterLine);
        }
        return earlierLine.get().time().isAfter(laterLine.get().time()) ? earlierLine : laterLine;
    }

    /** The levels of a category as files write it. */
    public static List<String> path(String category) {
        return category.isEmpty()
                ? List.of()
                : Arrays.stream(LEVELS.split(category))
                        .map(String::strip)
                        .filter(level -> !level.isEmpty())
                        .limit(MAX_LEVELS)
                        .toList();
    }
}

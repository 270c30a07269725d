package io.smartcrm.customer.segmentlanguage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A named argument: counts only what has this value. */
@SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that nobody can change.
public enum Filter {
    /** From a time on. */
    SINCE,
    /** Until before a time. */
    BEFORE,
    CHANNEL,
    KIND("SALE", "REFUND", "ADJUSTMENT"),
    COUNTRY,
    /** A path with slashes, and all below it. */
    CATEGORY,
    BRAND,
    /** A code. */
    PRODUCT,
    STATUS,
    PRIORITY,
    TYPE,
    DIRECTION("IN", "OUT");

    private final List<String> allowed;

    Filter(String... allowed) {
        this.allowed = List.of(allowed);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All it may be; empty when it may be any text. */
    List<String> allowed() {
        return allowed;
    }

    public boolean isTime() {
        return this == SINCE || this == BEFORE;
    }

    static Optional<Filter> of(String label) {
        return Arrays.stream(values())
                .filter(filter -> filter.label().equals(label))
                .findFirst();
    }
}

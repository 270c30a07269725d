package io.smartcrm.customer.quality;

import static java.util.Objects.requireNonNull;

/** How many of those that a question applies to are good. */
record Measure(String field, Dimension dimension, long good, long total) {
    Measure {
        requireNonNull(field, "field is null");
        requireNonNull(dimension, "dimension is null");
        if (good < 0 || good > total) {
            throw new IllegalArgumentException(good + " of " + total + " cannot be good");
        }
    }

    /** 1 where it applies to nobody. */
    double share() {
        return total == 0 ? 1 : (double) good / total;
    }
}

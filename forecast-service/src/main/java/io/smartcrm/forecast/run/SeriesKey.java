package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Names a series.
 *
 * @param name id of a product, name of another; empty for the total
 */
record SeriesKey(SeriesKind kind, String name) implements Comparable<SeriesKey> {
    static final SeriesKey TOTAL = new SeriesKey(SeriesKind.TOTAL, "");

    private static final Comparator<SeriesKey> ORDER =
            Comparator.comparing((SeriesKey key) -> key.kind.name()).thenComparing(key -> key.name);

    SeriesKey {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }
}

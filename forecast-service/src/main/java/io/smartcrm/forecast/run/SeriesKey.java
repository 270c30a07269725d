package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.series.DemandScope;
import java.util.Comparator;
import java.util.UUID;

/**
 * Names a series.
 *
 * @param name id of a product or segment, name of another; empty for the total
 */
record SeriesKey(SeriesKind kind, String name) implements Comparable<SeriesKey> {
    static final SeriesKey TOTAL = new SeriesKey(SeriesKind.TOTAL, "");

    private static final Comparator<SeriesKey> ORDER =
            Comparator.comparing((SeriesKey key) -> key.kind.name()).thenComparing(key -> key.name);

    SeriesKey {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    DemandScope scope() {
        return switch (kind) {
            case TOTAL -> new DemandScope.Total();
            case CATEGORY -> new DemandScope.Category(name);
            case PRODUCT -> new DemandScope.Product(UUID.fromString(name));
            case COUNTRY -> new DemandScope.Country(name);
            case CHANNEL -> new DemandScope.Channel(name);
            case SEGMENT -> new DemandScope.Segment(UUID.fromString(name));
        };
    }

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }
}

package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whose demand: that of everything sold, or of a part of it. */
public sealed interface DemandScope {
    /** Between a category and one in it. */
    String SEPARATOR = " / ";

    /** The categories that a category is in, the smallest first. */
    static List<String> above(String category) {
        List<String> above = new ArrayList<>();
        for (int end = category.lastIndexOf(SEPARATOR); end > 0; end = category.lastIndexOf(SEPARATOR, end - 1)) {
            above.add(category.substring(0, end));
        }
        return above;
    }

    record Total() implements DemandScope {}

    record Product(UUID id) implements DemandScope {
        public Product {
            requireNonNull(id, "id is null");
        }
    }

    /**
     * A category with all below it.
     *
     * @param name root category, or a path from the root joined by {@code " / "}
     */
    record Category(String name) implements DemandScope {
        public Category {
            requireNonNull(name, "name is null");
        }
    }

    /** What was ordered from somewhere. */
    record Country(String name) implements DemandScope {
        public Country {
            requireNonNull(name, "name is null");
        }
    }

    /** What those ordered who are in a segment now, before they entered it, too: so a new segment has a history. */
    record Segment(UUID id) implements DemandScope {
        public Segment {
            requireNonNull(id, "id is null");
        }
    }

    /** What was ordered by one way, such as {@code web}. */
    record Channel(String name) implements DemandScope {
        public Channel {
            requireNonNull(name, "name is null");
        }
    }
}

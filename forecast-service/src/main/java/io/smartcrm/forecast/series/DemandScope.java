package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Whose demand: that of everything sold, of one product, or of a category with all below it. */
public sealed interface DemandScope {
    record Total() implements DemandScope {}

    record Product(UUID id) implements DemandScope {
        public Product {
            requireNonNull(id, "id is null");
        }
    }

    /** @param name root category, or a path from the root joined by {@code " / "} */
    record Category(String name) implements DemandScope {
        public Category {
            requireNonNull(name, "name is null");
        }
    }
}

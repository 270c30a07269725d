package io.smartcrm.customer.touch;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Of whom something changed.
 *
 * @param customers by the table that changed
 * @param products whether products changed what they are
 */
public record Changes(Map<String, Set<UUID>> customers, boolean products) {
    public Changes {
        customers = Map.copyOf(customers);
    }

    /** Of whom something changed in one of these tables. */
    public Set<UUID> in(Collection<String> tables) {
        return tables.stream()
                .flatMap(table -> customers.getOrDefault(table, Set.of()).stream())
                .collect(toUnmodifiableSet());
    }

    /** Of whom anything changed. */
    public Set<UUID> all() {
        return in(customers.keySet());
    }
}

package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whole customers with their texts opened, by the set and within the caller's transaction: for merging, matching and
 * exports, which are nobody's single call. Blocks: for worker threads.
 */
@ApplicationScoped
public class CustomerRecords {
    private final Outbox outbox;
    private final Vault vault;
    private final ProfileSeal seal;

    public CustomerRecords(Outbox outbox, Vault vault, ProfileSeal seal) {
        this.outbox = outbox;
        this.vault = vault;
        this.seal = seal;
    }

    /** Those that there are, in no order. */
    public List<Customer> find(Connection connection, Collection<UUID> ids) throws SQLException {
        return table(connection).byId(ids);
    }

    /** As {@link #find}; others who want to change them wait until the transaction ends. */
    public List<Customer> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return table(connection).lockById(ids);
    }

    /** Who has which name in a namespace, of those that are known. */
    public Map<String, UUID> named(Connection connection, String namespace, Collection<String> names)
            throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        new NamedCustomers(connection, namespace, vault, seal)
                .find(names)
                .forEach((name, customer) -> ids.put(name, customer.id().value()));
        return ids;
    }

    /** The first customers after this one in the order of ids; who was merged into another is left out. */
    public List<Customer> after(Connection connection, UUID last, int limit) throws SQLException {
        return table(connection).after(last, limit);
    }

    /** Stores new versions of customers, all but their identities, and tells of them. */
    public void replace(Connection connection, Collection<Customer> customers) throws SQLException {
        if (!customers.isEmpty()) {
            table(connection).update(customers);
            outbox.append(
                    connection, customers.stream().map(CustomerEvents::changed).toList());
        }
    }

    private CustomerTable table(Connection connection) {
        return new CustomerTable(connection, vault, seal);
    }
}

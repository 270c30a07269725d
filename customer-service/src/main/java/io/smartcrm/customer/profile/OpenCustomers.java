package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.Vault;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Customers for features that clean, compare and merge: read in the order of ids with their texts opened, locked, and
 * replaced with their events, within the caller's transaction. Blocks: for worker threads.
 */
@ApplicationScoped
public class OpenCustomers {
    /** Before every id. */
    public static final UUID FIRST = new UUID(0, 0);

    private static final String NOTE = "merging-and-cleaning";
    private static final String LATEST =
            "select id from customer where merged_into is null order by create_time desc, id desc limit ?";
    private static final String COUNT = "select count(*) from customer where merged_into is null";

    private final CustomerRecords records;
    private final Vault vault;
    private final Clock clock = Clock.systemUTC();

    OpenCustomers(CustomerRecords records, Vault vault) {
        this.records = records;
        this.vault = vault;
    }

    /** Those that are themselves, in the order of their ids. */
    public List<OpenCustomer> after(Connection connection, UUID last, int limit) throws SQLException {
        return records.after(connection, last, limit).stream()
                .map(OpenCustomers::open)
                .toList();
    }

    /** Those recorded last. */
    public List<OpenCustomer> latest(Connection connection, int limit) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return records.find(connection, ids).stream()
                .map(OpenCustomers::open)
                .sorted(Comparator.comparing(OpenCustomer::createTime).reversed())
                .toList();
    }

    /** By their ids, also those that turned out to be another; locked in one order. */
    public Map<UUID, OpenCustomer> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, OpenCustomer> locked = new LinkedHashMap<>();
        records.lock(connection, ids)
                .forEach(customer -> locked.put(customer.id().value(), open(customer)));
        return locked;
    }

    public long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes them as they are given, and tells the other services. */
    public void replace(Connection connection, Collection<OpenCustomer> changed) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, OpenCustomer> byId = new HashMap<>();
        changed.forEach(customer -> byId.put(customer.id(), customer));
        List<Customer> next = new ArrayList<>();
        // Read again, as identities may have moved meanwhile.
        for (Customer current : records.lock(connection, byId.keySet())) {
            OpenCustomer wanted = byId.get(current.id().value());
            if (wanted != null) {
                next.add(next(current, wanted, now));
            }
        }
        records.replace(connection, next);
    }

    private static Customer next(Customer current, OpenCustomer wanted, Instant now) {
        return new Customer(
                current.id(),
                current.identities(),
                wanted.profile(),
                new Labels(
                        wanted.tags(),
                        new JsonObject(wanted.attributes()).getMap(),
                        current.labels().team()),
                wanted.mergedInto().map(CustomerId::new),
                current.createTime(),
                now,
                current.version() + 1);
    }

    /** Text about a customer as it may be stored elsewhere. */
    public byte[] seal(Connection connection, UUID customer, String text) throws SQLException {
        return vault.key(connection, customer).sealBytes(NOTE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what {@link #seal} sealed. */
    public String open(Connection connection, UUID customer, byte[] sealed) throws SQLException {
        return new String(vault.key(connection, customer).openBytes(NOTE, sealed), StandardCharsets.UTF_8);
    }

    private static OpenCustomer open(Customer customer) {
        return new OpenCustomer(
                customer.id().value(),
                customer.profile(),
                customer.identities().stream()
                        .map(Identity::namespace)
                        .distinct()
                        .toList(),
                customer.labels().tags(),
                new JsonObject(new HashMap<>(customer.labels().attributes())).encode(),
                customer.mergedInto().map(CustomerId::value),
                customer.createTime(),
                customer.updateTime());
    }
}

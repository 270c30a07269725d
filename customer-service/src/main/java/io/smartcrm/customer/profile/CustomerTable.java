package io.smartcrm.customer.profile;

import io.smartcrm.customer.database.BinaryCopy;
import io.smartcrm.customer.database.ColumnArrays;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Customers by our own ids, by the set, within one transaction of a JDBC connection. */
final class CustomerTable {
    private static final String BY_ID = "select " + FoundCustomer.COLUMNS + " from customer where id = any (?)";
    private static final String LOCK_BY_ID = BY_ID + " order by id for update";
    private static final String AFTER = "select " + FoundCustomer.COLUMNS
            + " from customer where id > ? and merged_into is null order by id limit ?";
    private static final String IDENTITIES =
            "select customer_id, namespace, value from customer_identity where customer_id = any (?)";
    private static final String INSERT = """
        copy customer (id, name, email, phone, email_code, phone_code, name_codes, country, create_time, update_time,
            version) from stdin (format binary)\
        """;
    private static final String UPDATE = """
        update customer set name = told.name, email = told.email, email_code = told.email_code, phone = told.phone,
            phone_code = told.phone_code, name_codes = told.name_codes::bigint[], country = told.country,
            tags = array(select jsonb_array_elements_text(told.tags::jsonb)), attributes = told.attributes::jsonb,
            team = told.team, merged_into = told.merged_into, update_time = told.update_time, version = told.version
        from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::uuid[], ?::bytea[], ?::uuid[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::bigint[])
            as told (id, name, email, email_code, phone, phone_code, name_codes, country, tags, attributes, team,
            merged_into, update_time, version)
        where customer.id = told.id\
        """;
    private static final String DELETE = "delete from customer where id = any (?)";

    private final Connection connection;
    private final Vault vault;
    private final ProfileSeal seal;

    CustomerTable(Connection connection, Vault vault, ProfileSeal seal) {
        this.connection = connection;
        this.vault = vault;
        this.seal = seal;
    }

    /** With their identities. */
    List<Customer> byId(Collection<UUID> ids) throws SQLException {
        return whole(BY_ID, statement -> new ColumnArrays<>(statement, 1, ids).add("uuid", id -> id));
    }

    /** As {@link #byId}; others who want to change them wait. */
    List<Customer> lockById(Collection<UUID> ids) throws SQLException {
        return whole(LOCK_BY_ID, statement -> new ColumnArrays<>(statement, 1, ids).add("uuid", id -> id));
    }

    /** The first after a customer in the order of ids, without those that turned out to be another. */
    List<Customer> after(UUID last, int limit) throws SQLException {
        return whole(AFTER, statement -> {
            statement.setObject(1, last);
            statement.setInt(2, limit);
        });
    }

    /** Without identities, with new keys; answers the keys. */
    Map<UUID, DataKey> insert(Collection<Customer> customers) throws SQLException {
        Map<UUID, DataKey> keys = vault.create(
                connection,
                customers.stream().map(customer -> customer.id().value()).toList());
        try (var copy = new BinaryCopy(connection, INSERT)) {
            for (SealedCustomer row : SealedCustomer.of(seal, customers, keys)) {
                copy.row(11)
                        .uuid(row.id())
                        .bytes(row.profile().name)
                        .bytes(row.profile().email)
                        .bytes(row.profile().phone)
                        .uuid(Optional.ofNullable(row.profile().emailCode))
                        .uuid(Optional.ofNullable(row.profile().phoneCode))
                        .bigints(row.profile().nameCodes)
                        .text(row.customer().profile().country())
                        .time(row.customer().createTime())
                        .time(row.customer().updateTime())
                        .bigint(row.customer().version());
            }
            copy.finish();
        }
        return keys;
    }

    void update(Collection<Customer> customers) throws SQLException {
        List<UUID> ids =
                customers.stream().map(customer -> customer.id().value()).toList();
        Map<UUID, DataKey> keys = new HashMap<>(vault.keys(connection, ids));
        for (UUID id : ids) {
            if (!keys.containsKey(id)) {
                keys.put(id, vault.key(connection, id));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            new ColumnArrays<>(statement, 1, SealedCustomer.of(seal, customers, keys))
                    .add("uuid", SealedCustomer::id)
                    .add("bytea", row -> row.profile().name)
                    .add("bytea", row -> row.profile().email)
                    .add("uuid", row -> row.profile().emailCode)
                    .add("bytea", row -> row.profile().phone)
                    .add("uuid", row -> row.profile().phoneCode)
                    .add("text", SealedCustomer::nameCodes)
                    .add("text", row -> row.customer().profile().country())
                    .add("text", row -> new JsonArray(row.customer().labels().tags()).encode())
                    .add("text", row -> new JsonObject(row.customer().labels().attributes()).encode())
                    .add("text", row -> row.customer().labels().team())
                    .add(
                            "uuid",
                            row -> row.customer()
                                    .mergedInto()
                                    .map(CustomerId::value)
                                    .orElse(null))
                    .add("timestamptz", SealedCustomer::updateTime)
                    .add("bigint", row -> row.customer().version());
            statement.executeUpdate();
        }
    }

    void delete(Collection<Customer> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            new ColumnArrays<>(statement, 1, customers)
                    .add("uuid", customer -> customer.id().value());
            statement.executeUpdate();
        }
    }

    private List<Customer> whole(String sql, Binding binding) throws SQLException {
        List<FoundCustomer> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new FoundCustomer(found));
                }
            }
        }
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        Map<UUID, DataKey> keys = vault.keys(connection, ids);
        Map<UUID, List<Identity>> identities = identities(ids, keys);
        return rows.stream()
                .map(row ->
                        row.toDomain(identities.getOrDefault(row.id, List.of()), Optional.ofNullable(keys.get(row.id))))
                .toList();
    }

    private Map<UUID, List<Identity>> identities(List<UUID> ids, Map<UUID, DataKey> keys) throws SQLException {
        Map<UUID, List<Identity>> identities = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
            new ColumnArrays<>(statement, 1, ids).add("uuid", id -> id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    DataKey key = keys.get(id);
                    if (key != null) {
                        identities
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(new Identity(rows.getString(2), key.open(ProfileSeal.IDENTITY, rows.getBytes(3))));
                    }
                }
            }
        }
        return identities;
    }

    /** Gives a statement its values. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}

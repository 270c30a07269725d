package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.database.BinaryCopy;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers by the set, within one transaction of a JDBC connection. */
final class CustomerTable {
    private static final String FIND = "select identity.value_code, " + FoundCustomer.COLUMNS
            + " from customer_identity identity join customer on customer.id = identity.customer_id"
            + " where identity.namespace = ? and identity.value_code = any (?)";
    /** Locked in one order, so that imports of the same customers wait for each other instead of dying together. */
    private static final String LOCK = FIND + " order by customer.id for update of customer";

    private static final String INSERT = """
        copy customer (id, name, email, phone, email_code, phone_code, name_codes, country, create_time, update_time,
            version) from stdin (format binary)\
        """;

    private static final String INSERT_IDENTITIES = """
        insert into customer_identity (namespace, value_code, value, customer_id)
        select ?, value_code, value, id from unnest(?::uuid[], ?::bytea[], ?::uuid[]) as told (value_code, value, id)
        order by value_code
        on conflict (namespace, value_code) do nothing returning value_code\
        """;
    private static final String BY_ID = "select " + FoundCustomer.COLUMNS + " from customer where id = any (?)";
    private static final String LOCK_BY_ID = BY_ID + " order by id for update";
    private static final String AFTER = "select " + FoundCustomer.COLUMNS
            + " from customer where id > ? and merged_into is null order by id limit ?";
    private static final String IDENTITIES =
            "select customer_id, namespace, value from customer_identity where customer_id = any (?)";
    private static final String DELETE = "delete from customer where id = any (?)";
    /** Arrays of arrays would come apart: the codes of a name travel as the text of one. */
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

    private final Connection connection;
    private final String namespace;
    private final Vault vault;
    private final ProfileSeal seal;

    CustomerTable(Connection connection, String namespace, Vault vault, ProfileSeal seal) {
        this.connection = connection;
        this.namespace = namespace;
        this.vault = vault;
        this.seal = seal;
    }

    /** By their name in the namespace; of their identities only that one is known. */
    Map<String, Customer> find(Collection<String> values) throws SQLException {
        return query(FIND, values);
    }

    /** As {@link #find}. */
    Map<String, Customer> lock(Collection<String> values) throws SQLException {
        return query(LOCK, values);
    }

    /** The names that were new; another transaction may have been faster with the others. */
    Set<String> insert(Map<String, Customer> customers) throws SQLException {
        Set<String> inserted = new HashSet<>();
        if (customers.isEmpty()) {
            return inserted;
        }
        Map<UUID, DataKey> keys = vault.create(
                connection,
                customers.values().stream()
                        .map(customer -> customer.id().value())
                        .toList());
        List<Sealed> rows = sealed(customers.values(), keys);
        insert(rows);
        Map<UUID, String> values = codes(customers.keySet());
        List<UUID> codes = List.copyOf(values.keySet());
        List<Customer> named =
                codes.stream().map(code -> named(customers, values, code)).toList();
        try (PreparedStatement statement = connection.prepareStatement(INSERT_IDENTITIES)) {
            statement.setString(1, namespace);
            array(statement, 2, "uuid", codes, code -> code);
            array(statement, 3, "bytea", named, customer -> sealedName(keys, customer));
            array(statement, 4, "uuid", named, customer -> customer.id().value());
            try (ResultSet rowsInserted = statement.executeQuery()) {
                while (rowsInserted.next()) {
                    inserted.add(value(values, rowsInserted.getObject(1, UUID.class)));
                }
            }
        }
        return inserted;
    }

    private void insert(List<Sealed> rows) throws SQLException {
        try (var copy = new BinaryCopy(connection, INSERT)) {
            for (Sealed row : rows) {
                copy.row(11)
                        .uuid(row.customer.id().value())
                        .bytes(row.profile.name)
                        .bytes(row.profile.email)
                        .bytes(row.profile.phone)
                        .uuid(Optional.ofNullable(row.profile.emailCode))
                        .uuid(Optional.ofNullable(row.profile.phoneCode))
                        .bigints(row.profile.nameCodes)
                        .text(row.customer.profile().country())
                        .time(row.customer.createTime())
                        .time(row.customer.updateTime())
                        .bigint(row.customer.version());
            }
            copy.finish();
        }
    }

    void delete(Collection<Customer> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            array(statement, 1, "uuid", customers, customer -> customer.id().value());
            statement.executeUpdate();
        }
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
        List<Sealed> rows = sealed(customers, keys);
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            array(statement, 1, "uuid", rows, row -> row.customer.id().value());
            array(statement, 2, "bytea", rows, row -> row.profile.name);
            array(statement, 3, "bytea", rows, row -> row.profile.email);
            array(statement, 4, "uuid", rows, row -> row.profile.emailCode);
            array(statement, 5, "bytea", rows, row -> row.profile.phone);
            array(statement, 6, "uuid", rows, row -> row.profile.phoneCode);
            array(statement, 7, "text", rows, row -> text(row.profile.nameCodes));
            array(statement, 8, "text", rows, row -> row.customer.profile().country());
            array(
                    statement,
                    9,
                    "text",
                    rows,
                    row -> new JsonArray(row.customer.labels().tags()).encode());
            array(
                    statement,
                    10,
                    "text",
                    rows,
                    row -> new JsonObject(row.customer.labels().attributes()).encode());
            array(statement, 11, "text", rows, row -> row.customer.labels().team());
            array(
                    statement,
                    12,
                    "uuid",
                    rows,
                    row -> row.customer.mergedInto().map(CustomerId::value).orElse(null));
            array(statement, 13, "timestamptz", rows, row -> time(row.customer.updateTime()));
            array(statement, 14, "bigint", rows, row -> row.customer.version());
            statement.executeUpdate();
        }
    }

    /** A customer and what is stored of the profile. */
    private record Sealed(Customer customer, ProfileSeal.Sealed profile) {}

    /** By all cores, as sealing thousands takes as long as storing them. */
    private List<Sealed> sealed(Collection<Customer> customers, Map<UUID, DataKey> keys) {
        return customers.parallelStream()
                .map(customer -> new Sealed(customer, seal.seal(key(keys, customer), customer.profile())))
                .toList();
    }

    private static byte @Nullable [] sealedName(Map<UUID, DataKey> keys, Customer customer) {
        return key(keys, customer)
                .seal(ProfileSeal.IDENTITY, customer.identities().get(0).value());
    }

    private static DataKey key(Map<UUID, DataKey> keys, Customer customer) {
        return Optional.ofNullable(keys.get(customer.id().value())).orElseThrow();
    }

    private static Customer named(Map<String, Customer> customers, Map<UUID, String> values, UUID code) {
        return Optional.ofNullable(customers.get(value(values, code))).orElseThrow();
    }

    private static String value(Map<UUID, String> values, UUID code) {
        return Optional.ofNullable(values.get(code)).orElseThrow();
    }

    private Map<UUID, String> codes(Collection<String> values) {
        return values.stream()
                .collect(toMap(value -> seal.identityCode(new Identity(namespace, value)), Function.identity()));
    }

    private <T> void array(PreparedStatement statement, int index, String type, Collection<T> rows, Column<T> column)
            throws SQLException {
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        int place = 0;
        for (T row : rows) {
            values[place++] = column.of(row);
        }
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    /** What a row holds in one column. */
    private interface Column<T> {
        @Nullable
        Object of(T row);
    }

    private Map<String, Customer> query(String sql, Collection<String> values) throws SQLException {
        Map<UUID, String> codes = codes(values);
        Map<String, FoundCustomer> rows = new HashMap<>();
        if (!codes.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, namespace);
                array(statement, 2, "uuid", codes.keySet(), code -> code);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.put(value(codes, found.getObject("value_code", UUID.class)), new FoundCustomer(found));
                    }
                }
            }
        }
        Map<UUID, DataKey> keys = keys(rows.values());
        Map<String, Customer> customers = new HashMap<>();
        rows.forEach((value, row) -> customers.put(
                value, row.toDomain(List.of(new Identity(namespace, value)), Optional.ofNullable(keys.get(row.id)))));
        return customers;
    }

    /** Whole customers by our own ids. */
    List<Customer> byId(Collection<UUID> ids) throws SQLException {
        return whole(BY_ID, statement -> array(statement, 1, "uuid", ids, id -> id));
    }

    /** As {@link #byId}; others who want to change them wait. */
    List<Customer> lockById(Collection<UUID> ids) throws SQLException {
        return whole(LOCK_BY_ID, statement -> array(statement, 1, "uuid", ids, id -> id));
    }

    /** The first after a customer in the order of ids, without those that turned out to be another. */
    List<Customer> after(UUID last, int limit) throws SQLException {
        return whole(AFTER, statement -> {
            statement.setObject(1, last);
            statement.setInt(2, limit);
        });
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
            array(statement, 1, "uuid", ids, id -> id);
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

    private Map<UUID, DataKey> keys(Collection<FoundCustomer> rows) throws SQLException {
        return vault.keys(
                connection,
                rows.stream().filter(FoundCustomer::isSealed).map(row -> row.id).toList());
    }

    /** Gives a statement its values. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static @Nullable String text(long @Nullable [] codes) {
        return codes == null ? null : Arrays.toString(codes).replace('[', '{').replace(']', '}');
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

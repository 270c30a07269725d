package io.smartcrm.customer.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Customers by the set, within one transaction of a JDBC connection. */
final class CustomerTable {
    private static final String FIND = """
        select identity.value, customer.id, name, email, phone, country, create_time, update_time, version
        from customer_identity identity join customer on customer.id = identity.customer_id
        where identity.namespace = ? and identity.value = any (?)\
        """;
    /** Locked in one order, so that imports of the same customers wait for each other instead of dying together. */
    private static final String LOCK = FIND + " order by customer.id for update of customer";

    private static final String IDENTITIES = """
        select customer_id, namespace, value from customer_identity where customer_id = any (?)\
        """;
    private static final String INSERT = """
        insert into customer (id, name, email, phone, country, create_time, update_time, version)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
            ?::timestamptz[], ?::bigint[])\
        """;
    private static final String INSERT_IDENTITIES = """
        insert into customer_identity (namespace, value, customer_id)
        select ?, value, id from unnest(?::text[], ?::uuid[]) as told (value, id) order by value
        on conflict (namespace, value) do nothing returning value\
        """;
    private static final String DELETE = "delete from customer where id = any (?)";
    private static final String UPDATE = """
        update customer set name = told.name, email = told.email, country = told.country,
            update_time = told.update_time, version = told.version
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
            as told (id, name, email, country, update_time, version)
        where customer.id = told.id\
        """;

    private final Connection connection;
    private final String namespace;

    CustomerTable(Connection connection, String namespace) {
        this.connection = connection;
        this.namespace = namespace;
    }

    /** By their name in the namespace; of their identities only that one is known. */
    Map<String, Customer> find(Collection<String> values) throws SQLException {
        return query(FIND, values);
    }

    /** As {@link #find}. */
    Map<String, Customer> lock(Collection<String> values) throws SQLException {
        return query(LOCK, values);
    }

    Map<UUID, List<Identity>> identities(Collection<Customer> customers) throws SQLException {
        Map<UUID, List<Identity>> identities = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
            array(statement, 1, "uuid", customers, customer -> customer.id().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    identities
                            .computeIfAbsent(rows.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(new Identity(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return identities;
    }

    /** The names that were new; another transaction may have been faster with the others. */
    Set<String> insert(Map<String, Customer> customers) throws SQLException {
        Set<String> inserted = new HashSet<>();
        if (customers.isEmpty()) {
            return inserted;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            bindAll(statement, customers.values());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_IDENTITIES)) {
            statement.setString(1, namespace);
            array(statement, 2, "text", customers.keySet(), value -> value);
            array(
                    statement,
                    3,
                    "uuid",
                    customers.values(),
                    customer -> customer.id().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    inserted.add(rows.getString(1));
                }
            }
        }
        return inserted;
    }

    void delete(Collection<Customer> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            array(statement, 1, "uuid", customers, customer -> customer.id().value());
            statement.executeUpdate();
        }
    }

    void update(Collection<Customer> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            array(statement, 1, "uuid", customers, customer -> customer.id().value());
            array(
                    statement,
                    2,
                    "text",
                    customers,
                    customer -> customer.profile().name());
            array(
                    statement,
                    3,
                    "text",
                    customers,
                    customer -> customer.profile().email());
            array(
                    statement,
                    4,
                    "text",
                    customers,
                    customer -> customer.profile().country());
            array(statement, 5, "timestamptz", customers, customer -> time(customer.updateTime()));
            array(statement, 6, "bigint", customers, Customer::version);
            statement.executeUpdate();
        }
    }

    private void bindAll(PreparedStatement statement, Collection<Customer> customers) throws SQLException {
        array(statement, 1, "uuid", customers, customer -> customer.id().value());
        array(statement, 2, "text", customers, customer -> customer.profile().name());
        array(statement, 3, "text", customers, customer -> customer.profile().email());
        array(statement, 4, "text", customers, customer -> customer.profile().phone());
        array(statement, 5, "text", customers, customer -> customer.profile().country());
        array(statement, 6, "timestamptz", customers, customer -> time(customer.createTime()));
        array(statement, 7, "timestamptz", customers, customer -> time(customer.updateTime()));
        array(statement, 8, "bigint", customers, Customer::version);
    }

    private <T> void array(
            PreparedStatement statement, int index, String type, Collection<T> rows, Function<T, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    private Map<String, Customer> query(String sql, Collection<String> values) throws SQLException {
        Map<String, Customer> found = new HashMap<>();
        if (values.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, namespace);
            array(statement, 2, "text", values, value -> value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString("value"), customer(rows));
                }
            }
        }
        return found;
    }

    private Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerId(row.getObject("id", UUID.class)),
                List.of(new Identity(namespace, row.getString("value"))),
                new Profile(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("country")),
                row.getObject("create_time", OffsetDateTime.class).toInstant(),
                row.getObject("update_time", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

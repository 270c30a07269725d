package io.smartcrm.customer.interaction;

import io.smartcrm.customer.profile.CustomerNames;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.wire.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who visitors and users of other systems are, within one transaction of a JDBC connection. */
final class PeopleTable {
    /** Any number, the same in all replicas. */
    static final long LOCK = 2_873_340_118_527_901L;

    /** Joins wait for recordings under way, see {@link Joins}. Few of much are looked up: never by reading all. */
    private static final String BEGIN = "select pg_advisory_xact_lock_shared(" + LOCK + "),"
            + " set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
            + " set_config('enable_mergejoin', 'off', true)";

    private static final String LINK = """
        insert into visitor as known (anonymous_id, customer_id)
        select * from unnest(?::text[], ?::uuid[])
        on conflict (anonymous_id) do update
        set customer_id = excluded.customer_id, link_time = now(), joined = false
        where known.customer_id <> excluded.customer_id\
        """;
    private static final String VISITORS = "select anonymous_id, customer_id from visitor where anonymous_id = any (?)";
    private static final String REMEMBER = """
        insert into unknown_user (id, namespace, value_code)
        select * from unnest(?::uuid[], ?::text[], ?::uuid[]) on conflict do nothing\
        """;
    private static final String UNKNOWN = """
        select known.value_code, known.id from unnest(?::text[], ?::uuid[]) as told (namespace, value_code)
        join unknown_user known using (namespace, value_code)\
        """;
    private static final String FOUND = """
        update unknown_user set customer_id = told.customer_id
        from unnest(?::text[], ?::uuid[], ?::uuid[]) as told (namespace, value_code, customer_id)
        where unknown_user.namespace = told.namespace and unknown_user.value_code = told.value_code
            and unknown_user.customer_id is null\
        """;
    private static final String PRODUCTS = """
        select told.name, product.id from unnest(?::text[]) as told (name) join product on product.code = told.name
        union all
        select product.id::text, product.id from product where id = any (?)\
        """;
    private static final int UUID_LENGTH = 36;

    private final Connection connection;
    private final CustomerNames names;

    PeopleTable(Connection connection, CustomerNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** Has the rest of the transaction look few up in much, and joins wait for it. */
    static void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.execute();
        }
    }

    /** Visitors are these customers from now on. */
    void link(Map<String, UUID> identified) throws SQLException {
        if (identified.isEmpty()) {
            return;
        }
        var sorted = new TreeMap<>(identified);
        try (PreparedStatement statement = connection.prepareStatement(LINK)) {
            array(statement, 1, "text", sorted.keySet());
            array(statement, 2, "uuid", sorted.values());
            statement.executeUpdate();
        }
    }

    Map<String, UUID> visitors(Collection<String> anonymousIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VISITORS)) {
            array(statement, 1, "text", anonymousIds);
            return read(statement, row -> row.getString(1));
        }
    }

    /** Users who are no customers yet: their ids in {@code unknown_user}. */
    Map<Identity, UUID> remember(Collection<Identity> users) throws SQLException {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<Identity> sorted = users.stream().sorted().toList();
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            array(
                    statement,
                    1,
                    "uuid",
                    sorted.stream().map(user -> TimeOrderedId.next()).toList());
            array(statement, 2, "text", column(sorted, Identity::namespace));
            array(statement, 3, "uuid", column(sorted, names::code));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(UNKNOWN)) {
            array(statement, 1, "text", column(sorted, Identity::namespace));
            array(statement, 2, "uuid", column(sorted, names::code));
            Map<UUID, UUID> byCode = read(statement, row -> row.getObject(1, UUID.class));
            Map<Identity, UUID> ids = new HashMap<>();
            for (Identity user : sorted) {
                UUID id = byCode.get(names.code(user));
                if (id != null) {
                    ids.put(user, id);
                }
            }
            return ids;
        }
    }

    /** Users who were unknown are these customers. */
    void found(Map<Identity, UUID> users) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        List<Identity> sorted = users.keySet().stream().sorted().toList();
        try (PreparedStatement statement = connection.prepareStatement(FOUND)) {
            array(statement, 1, "text", column(sorted, Identity::namespace));
            array(statement, 2, "uuid", column(sorted, names::code));
            array(statement, 3, "uuid", column(sorted, users::get));
            statement.executeUpdate();
        }
    }

    /** Products by id or code. */
    Map<String, UUID> products(Collection<String> told) throws SQLException {
        List<UUID> ids = told.stream()
                .filter(name -> name.length() == UUID_LENGTH)
                .flatMap(name -> {
                    try {
                        return List.of(UUID.fromString(name)).stream();
                    } catch (IllegalArgumentException code) {
                        return List.<UUID>of().stream();
                    }
                })
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(PRODUCTS)) {
            array(statement, 1, "text", told);
            array(statement, 2, "uuid", ids);
            return read(statement, row -> row.getString(1));
        }
    }

    private static List<?> column(List<Identity> rows, Function<Identity, ? extends @Nullable Object> column) {
        return Arrays.asList(rows.stream().map(column).toArray());
    }

    private void array(PreparedStatement statement, int index, String type, Collection<?> values) throws SQLException {
        statement.setArray(index, connection.createArrayOf(type, values.toArray()));
    }

    /** Rows of keys and an id in the last column. */
    private static <K> Map<K, UUID> read(PreparedStatement statement, KeyReader<K> key) throws SQLException {
        Map<K, UUID> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            int last = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                found.put(key.read(rows), rows.getObject(last, UUID.class));
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface KeyReader<K> {
        K read(ResultSet row) throws SQLException;
    }
}

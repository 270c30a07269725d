package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.database.ColumnArrays;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/**
 * Customers by what one other system calls them, by the set, within one transaction of a JDBC connection. Of their
 * identities only that one is read.
 */
final class NamedCustomers {
    private static final String FIND = "select identity.value_code, " + FoundCustomer.COLUMNS
            + " from customer_identity identity join customer on customer.id = identity.customer_id"
            + " where identity.namespace = ? and identity.value_code = any (?)";
    /** Locked in one order, so that imports of the same customers wait for each other instead of dying together. */
    private static final String LOCK = FIND + " order by customer.id for update of customer";

    private static final String INSERT_IDENTITIES = """
        insert into customer_identity (namespace, value_code, value, customer_id)
        select ?, value_code, value, id from unnest(?::uuid[], ?::bytea[], ?::uuid[]) as told (value_code, value, id)
        order by value_code
        on conflict (namespace, value_code) do nothing returning value_code\
        """;

    private final Connection connection;
    private final String namespace;
    private final Vault vault;
    private final ProfileSeal seal;

    NamedCustomers(Connection connection, String namespace, Vault vault, ProfileSeal seal) {
        this.connection = connection;
        this.namespace = namespace;
        this.vault = vault;
        this.seal = seal;
    }

    Map<String, Customer> find(Collection<String> values) throws SQLException {
        return query(FIND, values);
    }

    /** As {@link #find}; others who want to change them wait. */
    Map<String, Customer> lock(Collection<String> values) throws SQLException {
        return query(LOCK, values);
    }

    /** Those whose names were new; with the others another transaction was faster, and they are not stored. */
    Set<String> insert(Map<String, Customer> customers) throws SQLException {
        if (customers.isEmpty()) {
            return Set.of();
        }
        var table = new CustomerTable(connection, vault, seal);
        Set<String> inserted = name(customers, table.insert(customers.values()));
        Map<String, Customer> lost = new HashMap<>(customers);
        lost.keySet().removeAll(inserted);
        if (!lost.isEmpty()) {
            table.delete(lost.values());
        }
        return inserted;
    }

    private Set<String> name(Map<String, Customer> customers, Map<UUID, DataKey> keys) throws SQLException {
        Set<String> named = new HashSet<>();
        Map<UUID, String> values = codes(customers.keySet());
        try (PreparedStatement statement = connection.prepareStatement(INSERT_IDENTITIES)) {
            statement.setString(1, namespace);
            new ColumnArrays<>(statement, 2, values.keySet())
                    .add("uuid", code -> code)
                    .add("bytea", code -> sealedName(keys, customer(customers, values, code)))
                    .add("uuid", code -> customer(customers, values, code).id().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    named.add(value(values, rows.getObject(1, UUID.class)));
                }
            }
        }
        return named;
    }

    private static byte @Nullable [] sealedName(Map<UUID, DataKey> keys, Customer customer) {
        return SealedCustomer.key(keys, customer)
                .seal(ProfileSeal.IDENTITY, customer.identities().get(0).value());
    }

    private static Customer customer(Map<String, Customer> customers, Map<UUID, String> values, UUID code) {
        return Optional.ofNullable(customers.get(value(values, code))).orElseThrow();
    }

    private static String value(Map<UUID, String> values, UUID code) {
        return Optional.ofNullable(values.get(code)).orElseThrow();
    }

    private Map<UUID, String> codes(Collection<String> values) {
        return values.stream()
                .collect(toMap(value -> seal.identityCode(new Identity(namespace, value)), Function.identity()));
    }

    private Map<String, Customer> query(String sql, Collection<String> values) throws SQLException {
        Map<UUID, String> codes = codes(values);
        Map<String, FoundCustomer> rows = new HashMap<>();
        if (!codes.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, namespace);
                new ColumnArrays<>(statement, 2, codes.keySet()).add("uuid", code -> code);
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

    private Map<UUID, DataKey> keys(Collection<FoundCustomer> rows) throws SQLException {
        return vault.keys(
                connection,
                rows.stream().filter(FoundCustomer::isSealed).map(row -> row.id).toList());
    }
}

package io.smartcrm.customer.vault;

import io.smartcrm.customer.database.BinaryCopy;
import io.smartcrm.customer.database.ColumnArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Wrapped data keys on one JDBC connection. */
final class DataKeyTable {
    private static final String INSERT = "copy data_key (customer_id, key_version, wrapped) from stdin (format binary)";
    private static final String MAKE_UP = """
        insert into data_key (customer_id, key_version, wrapped)
        select id, ?, ? from customer where id = ? on conflict do nothing\
        """;
    private static final String FIND =
            "select customer_id, key_version, wrapped from data_key where customer_id = any (?)";
    private static final String OLD_AFTER = """
        select customer_id, key_version, wrapped from data_key
        where customer_id > ? and key_version <> ? order by customer_id limit ? for update\
        """;
    private static final String REPLACE = """
        update data_key set key_version = told.key_version, wrapped = told.wrapped
        from unnest(?::uuid[], ?::int[], ?::bytea[]) as told (customer_id, key_version, wrapped)
        where data_key.customer_id = told.customer_id\
        """;
    private static final String COUNT = "select count(*), count(*) filter (where key_version <> ?) from data_key";

    private final Connection connection;

    DataKeyTable(Connection connection) {
        this.connection = connection;
    }

    /** So many keys there are, and so many of them that another version wrapped. */
    record Count(long all, long old) {}

    void insert(List<DataKeyRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var copy = new BinaryCopy(connection, INSERT)) {
            for (DataKeyRow row : rows) {
                copy.row(3).uuid(row.customerId).integer(row.keyVersion).bytes(row.wrapped);
            }
            copy.finish();
        }
    }

    void replace(List<DataKeyRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            new ColumnArrays<>(statement, 1, rows)
                    .add("uuid", row -> row.customerId)
                    .add("int", row -> row.keyVersion)
                    .add("bytea", row -> row.wrapped);
            statement.executeUpdate();
        }
    }

    /** For a customer without a key. */
    void makeUp(DataKeyRow row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MAKE_UP)) {
            statement.setInt(1, row.keyVersion);
            statement.setBytes(2, row.wrapped);
            statement.setObject(3, row.customerId);
            statement.executeUpdate();
        }
    }

    List<DataKeyRow> find(Collection<UUID> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            return rows(statement);
        }
    }

    /** The first keys after a customer's that another version wrapped; they stay locked. */
    List<DataKeyRow> oldAfter(UUID customer, int version, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLD_AFTER)) {
            statement.setObject(1, customer);
            statement.setInt(2, version);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    Count count(int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, version);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Count(row.getLong(1), row.getLong(2));
            }
        }
    }

    private static List<DataKeyRow> rows(PreparedStatement statement) throws SQLException {
        List<DataKeyRow> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(new DataKeyRow(found.getObject(1, UUID.class), found.getInt(2), found.getBytes(3)));
            }
        }
        return rows;
    }
}

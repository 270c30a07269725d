package io.smartcrm.customer.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What cleanings replaced, sealed, on one JDBC connection. */
final class OriginalTable {
    private static final String INSERT = """
        insert into cleaning_original (job_id, customer_id, fields, before) values (?, ?, ?, ?) on conflict do nothing\
        """;
    private static final String AFTER = """
        select job_id, customer_id, fields, before from cleaning_original
        where job_id = ? and customer_id > ? order by customer_id limit ?\
        """;
    private static final String OF_CUSTOMER =
            "select job_id, customer_id, fields, before from cleaning_original where customer_id = ?";
    private static final String COUNT = "select count(*) from cleaning_original where job_id = ?";
    private static final String DELETE = "delete from cleaning_original where job_id = ? and customer_id = any (?)";
    private static final String ERASE = "delete from cleaning_original where customer_id = ?";

    private final Connection connection;

    OriginalTable(Connection connection) {
        this.connection = connection;
    }

    /** What a cleaning replaced of one customer; before and after of each field, sealed. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Original(UUID job, UUID customer, List<String> fields, byte[] sealed) {}

    void insert(List<Original> originals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Original original : originals) {
                statement.setObject(1, original.job());
                statement.setObject(2, original.customer());
                statement.setArray(
                        3, connection.createArrayOf("text", original.fields().toArray()));
                statement.setBytes(4, original.sealed());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Original> after(UUID job, UUID customer, int limit) throws SQLException {
        return query(AFTER, job, customer, limit);
    }

    List<Original> of(UUID customer) throws SQLException {
        return query(OF_CUSTOMER, customer);
    }

    long count(UUID job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setObject(1, job);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    void delete(UUID job, List<UUID> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, job);
            statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
            statement.executeUpdate();
        }
    }

    long erase(UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ERASE)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }

    private List<Original> query(String sql, Object... parameters) throws SQLException {
        List<Original> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Original(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            List.of((String[]) rows.getArray(3).getArray()),
                            rows.getBytes(4)));
                }
            }
        }
        return found;
    }
}

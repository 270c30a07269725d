package io.smartcrm.customer.importing;

import io.smartcrm.customer.orderfile.RejectedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows that imports did not take, on one JDBC connection. */
final class RejectionTable {
    private static final String INSERT = """
        insert into import_rejection (import_id, line, column_name, value, reason)
        select ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])\
        """;
    private static final String PAGE = """
        select line, column_name, value, reason from import_rejection
        where import_id = ? and line > ? order by line limit ?\
        """;

    private final Connection connection;

    RejectionTable(Connection connection) {
        this.connection = connection;
    }

    void insert(ImportId id, List<RejectedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id.value());
            array(statement, 2, "bigint", rows, RejectedRow::line);
            array(statement, 3, "text", rows, RejectedRow::column);
            array(statement, 4, "text", rows, RejectedRow::value);
            array(statement, 5, "text", rows, RejectedRow::reason);
            statement.executeUpdate();
        }
    }

    List<RejectedRow> page(ImportId id, long afterLine, int limit) throws SQLException {
        List<RejectedRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, id.value());
            statement.setLong(2, afterLine);
            statement.setInt(3, limit);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new RejectedRow(
                            found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
                }
            }
        }
        return rows;
    }

    private void array(
            PreparedStatement statement,
            int index,
            String type,
            List<RejectedRow> rows,
            Function<RejectedRow, Object> column)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}

package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.customer.vault.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows that imports did not take, on one JDBC connection; what stands in them may be of a person, and is sealed. */
final class RejectionTable {
    private static final String INSERT = """
        insert into import_rejection (import_id, line, column_name, sealed)
        select ?, * from unnest(?::bigint[], ?::text[], ?::bytea[])\
        """;
    private static final String PAGE = """
        select line, column_name, sealed, place from import_rejection
        where import_id = ? and (line, place) > (?, ?) order by line, place limit ?\
        """;

    private static final String PURPOSE = "import.rejection";
    /** Values have none, see {@link RejectedRow}. */
    private static final char END_OF_VALUE = '\0';

    private final Connection connection;
    private final Vault vault;

    RejectionTable(Connection connection, Vault vault) {
        this.connection = connection;
        this.vault = vault;
    }

    void insert(ImportId id, List<RejectedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id.value());
            array(statement, 2, "bigint", rows, RejectedRow::line);
            array(statement, 3, "text", rows, RejectedRow::column);
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(this::seal).toArray(byte[][]::new)));
            statement.executeUpdate();
        }
    }

    /** A row and its place among those of its line. */
    record Placed(RejectedRow row, long place) {}

    List<Placed> page(ImportId id, long afterLine, long afterPlace, int limit) throws SQLException {
        List<Placed> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, id.value());
            statement.setLong(2, afterLine);
            statement.setLong(3, afterPlace);
            statement.setInt(4, limit);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String opened = vault.openFor(PURPOSE, found.getBytes(3));
                    int end = opened.indexOf(END_OF_VALUE);
                    rows.add(new Placed(
                            new RejectedRow(
                                    found.getLong(1),
                                    found.getString(2),
                                    opened.substring(0, end),
                                    opened.substring(end + 1)),
                            found.getLong(4)));
                }
            }
        }
        return rows;
    }

    void delete(ImportId id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from import_rejection where import_id = ?")) {
            statement.setObject(1, id.value());
            statement.executeUpdate();
        }
    }

    private byte[] seal(RejectedRow row) {
        return vault.sealFor(PURPOSE, row.value() + END_OF_VALUE + row.reason());
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

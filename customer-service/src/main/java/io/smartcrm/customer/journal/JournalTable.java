package io.smartcrm.customer.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal of imports, on one JDBC connection. */
public final class JournalTable {
    private static final String PAGE = """
        select record_id,
            (array_agg(before order by place))[1]::text as before,
            coalesce((array_agg((before ->> 'version')::bigint order by place))[1], 0) as version_before,
            coalesce((array_agg(version order by place desc))[1], 0) as version_after
        from import_change where import_id = ? and kind = ?
        group by record_id order by record_id limit ?\
        """;
    private static final String DELETE =
            "delete from import_change where import_id = ? and kind = ? and record_id = any (?)";
    private static final String FORGET = "delete from import_change where import_id = ?";

    private final Connection connection;

    public JournalTable(Connection connection) {
        this.connection = connection;
    }

    public List<RecordChange> page(UUID importId, String kind, int limit) throws SQLException {
        List<RecordChange> changes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, importId);
            statement.setString(2, kind);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new RecordChange(
                            importId,
                            row.getObject("record_id", UUID.class),
                            Optional.ofNullable(row.getString("before")),
                            row.getLong("version_before"),
                            row.getLong("version_after")));
                }
            }
        }
        return changes;
    }

    public void delete(UUID importId, String kind, List<RecordChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, importId);
            statement.setString(2, kind);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", changes.stream().map(RecordChange::id).toArray()));
            statement.executeUpdate();
        }
    }

    public void forget(UUID importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, importId);
            statement.executeUpdate();
        }
    }
}

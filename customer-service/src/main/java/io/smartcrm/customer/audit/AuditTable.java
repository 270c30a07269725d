package io.smartcrm.customer.audit;

import io.smartcrm.customer.audit.AuditEntry.Actor;
import io.smartcrm.customer.audit.AuditEntry.Deed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log in the database, on one JDBC connection. */
final class AuditTable {
    static final String COLUMNS = """
            id, entry_time, subject, user_name, roles, rpc, change, resource_kind, resource_id, customer_id,
            changed_fields, query_shape, row_count, purpose, outcome, trace_id, request_id""";
    private static final String MARKS = "?" + ", ?".repeat(16);
    /** Any number, the same in all replicas; only one chains at a time. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(8115306427719024)";

    private static final String WAIT = "insert into audit_waiting (" + COLUMNS + ") values (" + MARKS + ")";
    private static final String WAITING = "select " + COLUMNS + " from audit_waiting order by place limit ?";
    private static final String CHAIN =
            "insert into audit_entry (" + COLUMNS + ", sequence, hash) values (" + MARKS + ", ?, ?)";
    private static final String TAKEN = "delete from audit_waiting where id = any (?)";
    private static final String HEAD = "select sequence, hash from audit_head";
    private static final String SET_HEAD = "update audit_head set sequence = ?, hash = ?";
    private static final String PART = "select * from audit_entry where sequence >= ? order by sequence limit ?";
    private static final String HASH_AT = "select hash from audit_entry where sequence = ?";
    private static final String ANCHOR = """
            insert into audit_anchor (sequence, hash, anchor_time)
            select sequence, hash, ? from audit_head head
            where sequence > 0 and not exists (
                select from audit_anchor where sequence = head.sequence or anchor_time > ?)
            returning *""";
    private static final String ANCHORS = "select * from audit_anchor where sequence between ? and ?";
    private static final String LAST_ANCHOR = "select coalesce(max(sequence), 0) from audit_anchor";
    private static final String LIST_ANCHORS =
            "select * from audit_anchor where sequence < ? order by sequence desc limit ?";

    private final Connection connection;

    AuditTable(Connection connection) {
        this.connection = connection;
    }

    void append(AuditEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAIT)) {
            bind(statement, entry);
            statement.executeUpdate();
        }
    }

    boolean tryLock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    List<AuditEntry> waiting(int limit) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        }
        return entries;
    }

    long countWaiting() throws SQLException {
        return number("select count(*) from audit_waiting");
    }

    void chain(List<ChainLink> links) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CHAIN);
                PreparedStatement taken = connection.prepareStatement(TAKEN);
                PreparedStatement head = connection.prepareStatement(SET_HEAD)) {
            for (ChainLink link : links) {
                bind(insert, link.entry());
                insert.setLong(18, link.sequence());
                insert.setString(19, link.hash());
                insert.addBatch();
            }
            insert.executeBatch();
            taken.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            links.stream().map(link -> link.entry().id()).toArray()));
            taken.executeUpdate();
            ChainLink last = links.get(links.size() - 1);
            head.setLong(1, last.sequence());
            head.setString(2, last.hash());
            head.executeUpdate();
        }
    }

    AuditAnchor head(Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new AuditAnchor(row.getLong(1), row.getString(2), now)
                    : new AuditAnchor(0, ChainLink.BEFORE_THE_FIRST, now);
        }
    }

    List<ChainLink> part(long from, int limit) throws SQLException {
        List<ChainLink> links = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PART)) {
            statement.setLong(1, from);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(link(rows));
                }
            }
        }
        return links;
    }

    /** Empty when there is no such entry. */
    Optional<String> hashAt(long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            statement.setLong(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Anchors the head unless it is anchored or the last anchor is younger than that. */
    Optional<AuditAnchor> anchor(Instant now, Instant youngest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANCHOR)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, youngest.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(anchor(row)) : Optional.empty();
            }
        }
    }

    List<AuditAnchor> anchors(long from, long until) throws SQLException {
        return anchors(ANCHORS, from, until);
    }

    long lastAnchored() throws SQLException {
        return number(LAST_ANCHOR);
    }

    /** Newest first. */
    List<AuditAnchor> anchorsBefore(long sequence, int limit) throws SQLException {
        return anchors(LIST_ANCHORS, sequence, limit);
    }

    private List<AuditAnchor> anchors(String sql, long first, long second) throws SQLException {
        List<AuditAnchor> anchors = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first);
            statement.setLong(2, second);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    anchors.add(anchor(rows));
                }
            }
        }
        return anchors;
    }

    List<ChainLink> list(AuditQuery query, int limit) throws SQLException {
        List<ChainLink> links = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            int index = 1;
            for (Object parameter : query.parameters()) {
                statement.setObject(index++, parameter);
            }
            statement.setInt(index, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(link(rows));
                }
            }
        }
        return links;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void bind(PreparedStatement statement, AuditEntry entry) throws SQLException {
        Deed deed = entry.deed();
        statement.setObject(1, entry.id());
        statement.setObject(2, entry.time().atOffset(ZoneOffset.UTC));
        statement.setString(3, entry.actor().subject());
        statement.setString(4, entry.actor().userName());
        statement.setArray(
                5, connection.createArrayOf("text", entry.actor().roles().toArray()));
        statement.setString(6, deed.rpc());
        statement.setBoolean(7, deed.change());
        statement.setString(8, deed.resourceKind());
        statement.setString(9, deed.resourceId());
        statement.setString(10, deed.customerId());
        statement.setArray(
                11, connection.createArrayOf("text", deed.changedFields().toArray()));
        statement.setString(12, deed.queryShape());
        statement.setLong(13, deed.rows());
        statement.setString(14, entry.purpose());
        statement.setString(15, entry.outcome());
        statement.setString(16, entry.traceId());
        statement.setString(17, entry.requestId());
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(row.getLong("sequence"), entry(row), row.getString("hash"));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("entry_time", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("subject"), row.getString("user_name"), texts(row, "roles")),
                new Deed(
                        row.getString("rpc"),
                        row.getBoolean("change"),
                        row.getString("resource_kind"),
                        row.getString("resource_id"),
                        row.getString("customer_id"),
                        texts(row, "changed_fields"),
                        row.getString("query_shape"),
                        row.getLong("row_count")),
                row.getString("purpose"),
                row.getString("outcome"),
                row.getString("trace_id"),
                row.getString("request_id"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static AuditAnchor anchor(ResultSet row) throws SQLException {
        return new AuditAnchor(
                row.getLong("sequence"),
                row.getString("hash"),
                row.getObject("anchor_time", OffsetDateTime.class).toInstant());
    }
}

package io.smartcrm.outbox;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** The relay's view of the outbox, within one transaction at a time. */
final class OutboxTable {
    /** Any number, the same in all replicas. */
    private static final long LOCK = 7_310_579_622_411_934L;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK + ")";
    private static final String READ = """
            select id, event_id, topic, key, type, payload, event_time, trace_parent, dead_letter_reason
            from outbox order by id limit ?""";
    private static final String DELETE = "delete from outbox where id = any (?)";

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    boolean tryLock() throws SQLException {
        try (var statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Publishes the oldest events and deletes them once acknowledged; answers how many. */
    int drain(int limit, EventPublisher publisher) throws SQLException, InterruptedException, ExecutionException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong("id"));
                    publisher.send(
                            event(rows),
                            rows.getObject("event_time", OffsetDateTime.class).toInstant());
                }
            }
        }
        publisher.awaitAcknowledgements();
        delete(ids);
        return ids.size();
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                Optional.ofNullable(row.getBytes("payload")).map(ByteString::copyFrom),
                Optional.ofNullable(row.getString("trace_parent")),
                Optional.ofNullable(row.getString("dead_letter_reason")));
    }

    private void delete(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }
}

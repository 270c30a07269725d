package io.smartcrm.outbox;

import com.google.protobuf.ByteString;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.postgresql.PGConnection;

/** Writes an event in the same transaction as the change it tells of; the relay brings it to Kafka. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, payload, trace_parent, dead_letter_reason)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""";

    /** Appends within the session's transaction. */
    public Uni<Void> append(Mutiny.Session session, OutboxEvent event) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, event.id())
                .setParameter(2, event.topic())
                .setParameter(3, event.key())
                .setParameter(4, event.type())
                .setParameter(5, event.payload().map(ByteString::toByteArray).orElse(null))
                .setParameter(6, event.traceParent().orElse(null))
                .setParameter(7, event.deadLetterReason().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Appends many within the connection's transaction, in their order, by COPY. */
    public void append(Connection connection, List<OutboxEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var rows = new CopyRows(copy.copyIn(CopyRows.STATEMENT))) {
            for (OutboxEvent event : events) {
                rows.write(event);
            }
        } catch (IOException broken) {
            throw new SQLException("events could not be copied into the outbox", broken);
        }
    }
}

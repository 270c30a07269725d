package io.smartcrm.outbox;

import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Marks of applied events, within one transaction. */
final class InboxTable {
    private static final String MARK = """
            insert into inbox (event_id) select distinct id from unnest(?::uuid[]) as event (id)
            on conflict do nothing returning event_id""";

    private final Connection connection;

    InboxTable(Connection connection) {
        this.connection = connection;
    }

    /** Marks the events and answers those that had no mark, the first of each id only, in their order. */
    <T extends Message> List<ReceivedEvent<T>> markFresh(List<ReceivedEvent<T>> events) throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<UUID> fresh = new HashSet<>();
        Object[] ids = events.stream().map(event -> event.headers().id()).toArray();
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = mark.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return events.stream()
                .filter(event -> fresh.remove(event.headers().id()))
                .toList();
    }
}

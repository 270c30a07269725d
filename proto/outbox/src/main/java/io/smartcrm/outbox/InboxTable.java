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
    /** Sorted, so that two transactions that mark the same events wait for each other instead of locking up. */
    private static final String MARK = """
            insert into inbox (event_id) select distinct id from unnest(?::uuid[]) as event (id) order by id
            on conflict do nothing returning event_id""";

    private final Connection connection;

    InboxTable(Connection connection) {
        this.connection = connection;
    }

    /** Marks the events and answers those that had no mark, the first of each id only, in their order. */
    <T extends Message> List<ReceivedEvent<T>> markFresh(List<ReceivedEvent<T>> events) throws SQLException {
        Set<UUID> fresh =
                mark(events.stream().map(event -> event.headers().id()).toArray());
        return events.stream()
                .filter(event -> fresh.remove(event.headers().id()))
                .toList();
    }

    /** Marks one event; false when it had a mark. */
    boolean markFresh(UUID event) throws SQLException {
        return !mark(new Object[] {event}).isEmpty();
    }

    private Set<UUID> mark(Object[] ids) throws SQLException {
        Set<UUID> fresh = new HashSet<>();
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = mark.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return fresh;
    }
}

package io.smartcrm.outbox;

import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service makes of the events of a topic. */
@FunctionalInterface
public interface Projection<T extends Message> {
    /**
     * Applies events that were not applied before, in their order, within the connection's transaction. Throwing undoes
     * the whole batch; then each event is tried alone.
     */
    void apply(Connection connection, List<ReceivedEvent<T>> events) throws SQLException;
}

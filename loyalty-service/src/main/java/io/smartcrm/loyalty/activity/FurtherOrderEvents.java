package io.smartcrm.loyalty.activity;

import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.OrderEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Implemented by what else follows orders, in the transaction that applies them to the activity. */
public interface FurtherOrderEvents {
    /**
     * Applies events that were not applied before; the activity holds them already.
     *
     * @param erased customers whose orders are nobody's
     */
    void apply(Connection connection, List<ReceivedEvent<OrderEvent>> events, Set<String> erased) throws SQLException;
}

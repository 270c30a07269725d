package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Whose the points of orders are. */
public final class OrderHolders {
    private static final String HAND_OVER = """
            with handed as (
                update points_order set granted_to = ? where granted_to = ? and granted > 0 returning granted)
            select coalesce(sum(granted), 0) from handed""";

    private final Connection connection;

    public OrderHolders(Connection connection) {
        this.connection = connection;
    }

    /** No order changes its points until the transaction ends; others that lock wait as well. */
    public void lock() throws SQLException {
        new CategoryTable(connection).lock();
    }

    /** No order's points change hands by {@link #handOver} until the transaction ends. */
    public void lockShared() throws SQLException {
        new CategoryTable(connection).lockShared();
    }

    /** The points of all orders that are one's are another's now; how many those are. */
    public long handOver(UUID from, UUID to) throws SQLException {
        return Rows.none(connection)
                .value(to)
                .value(from)
                .first(HAND_OVER, row -> row.getLong(1))
                .orElseThrow();
    }
}

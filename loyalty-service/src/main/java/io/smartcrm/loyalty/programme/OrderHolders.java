package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whose the points of orders are. */
public final class OrderHolders {
    private static final String HAND_OVER =
            "update points_order set granted_to = ? where granted_to = ? and granted > 0 returning order_id, granted";

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

    /** The points of all orders that are one's are another's now; how many those are that did not expire. */
    public long handOver(UUID from, UUID to) throws SQLException {
        Map<UUID, Long> handed = Rows.none(connection)
                .value(to)
                .value(from)
                .query(HAND_OVER, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (handed.isEmpty()) {
            return 0;
        }
        Map<UUID, Long> expired = new ExpiredPoints(connection).of(handed.keySet(), List.of(from, to));
        return handed.entrySet().stream()
                .mapToLong(order -> Math.max(0, order.getValue() - expired.getOrDefault(order.getKey(), 0L)))
                .sum();
    }
}

package io.smartcrm.customer.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The states that orders went through, within one transaction of a JDBC connection. */
final class StateHistory {
    private static final String INSERT = """
        insert into order_state_change (order_id, change_time, state) values (?, ?, ?) on conflict do nothing\
        """;
    private static final String LIST = """
        select state, change_time from order_state_change where order_id = ? order by change_time, record_time, state\
        """;

    private final Connection connection;

    StateHistory(Connection connection) {
        this.connection = connection;
    }

    void add(Collection<OrderStateChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (OrderStateChange change : changes) {
                statement.setObject(1, change.order().value());
                statement.setObject(2, change.changeTime().atOffset(ZoneOffset.UTC));
                statement.setString(3, change.state().name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Oldest first. */
    List<OrderStateChange> of(OrderId order) throws SQLException {
        List<OrderStateChange> changes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setObject(1, order.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.add(new OrderStateChange(
                            order,
                            OrderState.valueOf(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return changes;
    }
}

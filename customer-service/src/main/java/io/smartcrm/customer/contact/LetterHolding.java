package io.smartcrm.customer.contact;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Letters to a customer; none outlives its customer. */
@ApplicationScoped
class LetterHolding implements CustomerHolding {
    private static final String OF_CUSTOMER =
            "select subject, body, state, create_time from letter where customer_id = ? order by create_time, action_id";

    private static final String MOVE = """
            update letter set customer_id = ? where customer_id = ? and action_id = any (coalesce(?, array[action_id]))
            returning action_id""";
    private static final String DELETE = "delete from letter where customer_id = ?";

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_CUSTOMER)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("subject", rows.getString(1));
                    record.put("text", rows.getString(2));
                    record.put("state", rows.getString(3));
                    record.put("orderTime", rows.getTimestamp(4).toInstant());
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        List<String> moved = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, to);
            statement.setObject(2, from);
            statement.setArray(3, null);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moved.add(rows.getString(1));
                }
            }
        }
        return moved;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(UUID::fromString).toArray()));
            statement.execute();
        }
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }
}

package io.smartcrm.customer.sentiment;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The tone of a customer's service cases, which goes where the cases go. */
@ApplicationScoped
class SentimentHolding implements CustomerHolding {
    private static final String EXPORT = """
        select case_id, score, message_count from case_sentiment where customer_id = ? order by compute_time, case_id\
        """;
    private static final String MOVE =
            "update case_sentiment set customer_id = ? where customer_id = ? returning case_id";
    private static final String MOVE_BACK =
            "update case_sentiment set customer_id = ? where customer_id = ? and case_id = any (?) returning case_id";
    private static final String ERASE = "delete from case_sentiment where customer_id = ? returning case_id";

    @Override
    public String name() {
        return "case-sentiments";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPORT)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    receiver.accept(Map.of(
                            "caseId", rows.getString(1), "score", rows.getDouble(2), "messages", rows.getInt(3)));
                }
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        return cases(connection, MOVE, to, from);
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        cases(connection, MOVE_BACK, from, to, connection.createArrayOf("uuid", keys.toArray()));
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        return cases(connection, ERASE, customer).size();
    }

    private static List<String> cases(Connection connection, String change, Object... values) throws SQLException {
        List<String> cases = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cases.add(rows.getString(1));
                }
            }
        }
        return cases;
    }
}

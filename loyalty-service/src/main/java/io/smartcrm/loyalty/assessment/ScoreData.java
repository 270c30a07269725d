package io.smartcrm.loyalty.assessment;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** How a customer stood among all at the last scoring; the next one is made without who was erased. */
@ApplicationScoped
class ScoreData implements PersonalData {
    private static final String SCORE = "select * from rfm_score where customer_id = ?";
    private static final String FORGET = "delete from rfm_score where customer_id = ?";

    @Override
    public String name() {
        return "rfm-score";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCORE)) {
            statement.setObject(1, UUID.fromString(customerId));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("segment", row.getString("segment"));
                    record.put("recencyScore", row.getInt("recency_score"));
                    record.put("frequencyScore", row.getInt("frequency_score"));
                    record.put("monetaryScore", row.getInt("monetary_score"));
                    record.put("recencyDays", row.getInt("recency_days"));
                    record.put("frequency", row.getLong("frequency"));
                    record.put("scoreTime", row.getTimestamp("score_time").toInstant());
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, UUID.fromString(customerId));
            return statement.executeUpdate();
        }
    }
}

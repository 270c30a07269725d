package io.smartcrm.forecast.series;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What a customer ordered, as far as demand cares: it stays as a guest's, who is in no segment. */
@ApplicationScoped
class PurchaseData implements PersonalData {
    private static final String PURCHASES = """
            select order_id, kind, day, country, channel, product_ids, quantities from demand_order
            where customer_id = ? and customer_id <> '' order by day, order_id""";
    private static final String SEGMENTS =
            "select segment_id from segment_member where customer_id = ? order by segment_id";

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURCHASES)) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("orderId", rows.getString("order_id"));
                    record.put("kind", rows.getString("kind"));
                    record.put("day", rows.getString("day"));
                    record.put("country", rows.getString("country"));
                    record.put("channel", rows.getString("channel"));
                    record.put("productIds", list(rows, "product_ids"));
                    record.put("quantities", list(rows, "quantities"));
                    receiver.accept(record);
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SEGMENTS)) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    receiver.accept(Map.of("segmentId", rows.getString(1)));
                }
            }
        }
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        return new SegmentTable(connection).forget(customerId);
    }

    private static Object list(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(Object::toString)
                .toList();
    }
}

package io.smartcrm.loyalty.activity;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What a customer bought: orders stay, as anybody's; sums and the place among the restricted go. */
@ApplicationScoped
class ActivityData implements PersonalData {
    private static final String ORDERS =
            "select order_id, kind, order_time, currency_code, minor_units from activity_order where customer_id = ? order by order_time, order_id";
    private static final List<String> FORGET = List.of(
            "update activity_order set customer_id = null where customer_id = ?",
            "delete from activity_spending where customer_id = ?",
            "delete from activity_summary where customer_id = ?",
            "delete from restricted_customer where customer_id = ?",
            "delete from unprofiled_customer where customer_id = ?");
    private static final String CHANGED = "update activity_state set changes = changes + 1";

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ORDERS)) {
            statement.setObject(1, UUID.fromString(customerId));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("orderId", rows.getString(1));
                    record.put("kind", rows.getString(2));
                    record.put("orderTime", rows.getTimestamp(3).toInstant());
                    record.put("currencyCode", rows.getString(4));
                    record.put("minorUnits", rows.getLong(5));
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        long records = 0;
        for (String forget : FORGET) {
            try (PreparedStatement statement = connection.prepareStatement(forget)) {
                statement.setObject(1, UUID.fromString(customerId));
                records += statement.executeUpdate();
            }
        }
        if (records > 0) {
            try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
                statement.executeUpdate();
            }
        }
        return records;
    }
}

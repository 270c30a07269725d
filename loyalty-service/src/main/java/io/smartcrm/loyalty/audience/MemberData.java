package io.smartcrm.loyalty.audience;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Which segments a customer is in. */
@ApplicationScoped
class MemberData implements PersonalData {
    @Override
    public String name() {
        return "segments";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        Rows.none(connection)
                .value(UUID.fromString(customerId))
                .query(
                        "select segment_id, enter_time from segment_member where customer_id = ? order by segment_id",
                        row -> Map.<String, Object>of(
                                "segmentId", row.getString("segment_id"), "enterTime", Rows.time(row, "enter_time")))
                .forEach(receiver);
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        return Rows.none(connection)
                .value(UUID.fromString(customerId))
                .update("delete from segment_member where customer_id = ?");
    }
}

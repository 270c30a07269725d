package io.smartcrm.loyalty.standing;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Which states a customer passed through. */
@ApplicationScoped
class StandingData implements PersonalData {
    private static final String HISTORY = """
            select from_state, to_state, change_time from lifecycle_transition where customer_id = ? order by change_time""";

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        Rows.none(connection)
                .value(UUID.fromString(customerId))
                .query(
                        HISTORY,
                        row -> Map.<String, Object>of(
                                "fromState", row.getString("from_state"),
                                "toState", row.getString("to_state"),
                                "time", Rows.time(row, "change_time")))
                .forEach(receiver);
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        long records = 0;
        for (String table : List.of("lifecycle_standing", "lifecycle_transition")) {
            records += Rows.none(connection).value(customer).update("delete from " + table + " where customer_id = ?");
        }
        return records;
    }
}

package io.smartcrm.loyalty.merging;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Which customers became a part of one; the merge itself is in what customer-service exports. */
@ApplicationScoped
class MergeData implements PersonalData {
    @Override
    public String name() {
        return "merges";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver) {}

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        return Rows.none(connection)
                .value(customer)
                .value(customer)
                .update("delete from merged_member where customer_id = ? or merged_into = ?");
    }
}

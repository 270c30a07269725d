package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What a customer was worth at the last fit; the next one is made without who was erased. */
@ApplicationScoped
class ValueData implements PersonalData {
    @Override
    public String name() {
        return "value";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        new ValueTable(connection)
                .find(UUID.fromString(customerId))
                .ifPresent(value -> receiver.accept(Map.of(
                        "repeatPurchases", value.repeats(),
                        "historicMinorUnits", value.historicMinorUnits(),
                        "currencyCode", value.currencyCode(),
                        "alive", value.alive(),
                        "expectedPurchases", value.purchases())));
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        return Rows.none(connection)
                .value(UUID.fromString(customerId))
                .update("delete from customer_value where customer_id = ?");
    }
}

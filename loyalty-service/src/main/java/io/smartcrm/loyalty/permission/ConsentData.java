package io.smartcrm.loyalty.permission;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What a customer agreed to. */
@ApplicationScoped
class ConsentData implements PersonalData {
    @Override
    public String name() {
        return "consent";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        new ConsentTable(connection)
                .of(UUID.fromString(customerId))
                .forEach(agreement -> receiver.accept(Map.of(
                        "purpose", agreement.purpose(),
                        "channel", agreement.channel(),
                        "granted", agreement.granted(),
                        "effectiveTime", agreement.effectiveTime())));
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        return new ConsentTable(connection).forget(UUID.fromString(customerId));
    }
}

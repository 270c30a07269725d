package io.smartcrm.loyalty.satisfaction;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** How a customer rated cases. */
@ApplicationScoped
class RatingData implements PersonalData {
    @Override
    public String name() {
        return "satisfaction";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        new RatingTable(connection)
                .of(UUID.fromString(customerId))
                .ifPresent(known -> receiver.accept(
                        Map.of("ratings", known.ratings(), "mean", known.mean(), "last", known.last())));
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        return new RatingTable(connection).forgetOf(UUID.fromString(customerId));
    }
}

package io.smartcrm.loyalty.birthday;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** When a customer has birthday. */
@ApplicationScoped
class BirthdayData implements PersonalData {
    @Override
    public String name() {
        return "birthday";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        new BirthdayTable(connection)
                .of(UUID.fromString(customerId))
                .ifPresent(birthday -> receiver.accept(Map.of("birthday", birthday)));
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        var table = new BirthdayTable(connection);
        long records = table.of(customer).isPresent() ? 1 : 0;
        table.put(Map.of(customer, Optional.empty()));
        return records;
    }
}

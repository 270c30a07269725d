package io.smartcrm.customer.duplicate;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Guesses about a customer: no facts to hand out or to carry over, but to forget. */
@ApplicationScoped
class DuplicateHolding implements CustomerHolding {
    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver) {
        // A guess that two customers may be one says nothing about the person that the profile does not.
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) {
        // Nothing was carried over.
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        return new DuplicateTable(connection).erase(customer);
    }
}

package io.smartcrm.customer.analysis;

import io.smartcrm.customer.holding.CustomerHolding;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The analysis of a customer. It follows from the orders: when they move, both customers are analysed again. */
@ApplicationScoped
class AnalysisHolding implements CustomerHolding {
    private static final String EXPORT = "select to_jsonb(a)::text from customer_analysis a where customer_id = ?";

    @Override
    public String name() {
        return "analysis";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPORT)) {
            statement.setObject(1, customer);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    receiver.accept(new JsonObject(row.getString(1)).getMap());
                }
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) {
        // The orders that come back have both analysed again.
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        return new AnalysisTable(connection).forget(List.of(customer));
    }

    /** Habits follow from the orders, which stay. */
    @Override
    public long anonymise(Connection connection, UUID customer) {
        return 0;
    }
}

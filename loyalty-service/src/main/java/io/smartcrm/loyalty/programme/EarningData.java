package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Which orders earned points: they stay, as anybody's; what is held about a customer is in the history of points. */
@ApplicationScoped
class EarningData implements PersonalData {
    private static final String FORGET = """
            update points_order set customer_id = null, granted_to = null, gross = 0, granted = 0
            where customer_id = ?""";

    private static final String FORGET_WAITING = """
            delete from waiting_order using points_order sale
            where sale.order_id = waiting_order.order_id and sale.customer_id = ?""";

    @Override
    public String name() {
        return "earning";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver) {}

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        Rows.none(connection).value(customer).update(FORGET_WAITING);
        return Rows.none(connection).value(customer).update(FORGET);
    }
}

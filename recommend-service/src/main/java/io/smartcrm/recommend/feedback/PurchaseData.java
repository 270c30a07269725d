package io.smartcrm.recommend.feedback;

import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a customer bought: purchases stay as a guest's, which no model learns from; the customer goes. */
@ApplicationScoped
class PurchaseData implements PersonalData {
    private static final String PURCHASES = """
        select purchase.order_id, purchase.order_time,
            array(select id from unnest(purchase.products) with ordinality as line (number, place)
                join product using (number) order by place) as products,
            purchase.quantities
        from purchase join customer on customer.number = purchase.customer
        where customer.id = ? order by purchase.order_time, purchase.order_id\
        """;
    private static final List<String> FORGET = List.of(
            "update purchase set customer = null where customer = (select number from customer where id = ?)",
            "delete from customer where id = ?",
            "delete from customer_limit where customer_id = ?");

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURCHASES)) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("orderId", rows.getString(1));
                    record.put("orderTime", rows.getTimestamp(2).toInstant());
                    record.put("productIds", List.of((Object[]) rows.getArray(3).getArray()));
                    record.put("quantities", List.of((Object[]) rows.getArray(4).getArray()));
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        long records = 0;
        for (String forget : FORGET) {
            try (PreparedStatement statement = connection.prepareStatement(forget)) {
                statement.setString(1, customerId);
                records += statement.executeUpdate();
            }
        }
        if (records > 0) {
            FeedbackState.advanceByErasure(connection);
        }
        return records;
    }
}

package io.smartcrm.loyalty.account;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A customer's points: who is erased leaves them to nobody, under a new id that leads nowhere, so that sums stay true. */
@ApplicationScoped
class PointsData implements PersonalData {
    private static final String HISTORY = """
            select posted.*, voucher.code as voucher_code
            from points_transaction posted left join voucher on voucher.transaction_id = posted.id
            where posted.customer_id = ? order by posted.id""";
    private static final List<String> FORGET = List.of(
            "update points_account set customer_id = ? where customer_id = ?",
            "update points_transaction set customer_id = ?, reason = '', order_id = null where customer_id = ?",
            "update points_transaction set other_customer_id = ? where other_customer_id = ?",
            "update points_entry set customer_id = ? where customer_id = ?",
            "update points_lot set customer_id = ?, order_id = null where customer_id = ?",
            "update voucher set customer_id = ? where customer_id = ?",
            "update coupon_use set customer_id = ? where customer_id = ?");

    @Override
    public String name() {
        return "points";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        Rows.none(connection)
                .value(UUID.fromString(customerId))
                .query(HISTORY, PointsData::record)
                .forEach(receiver);
    }

    private static Map<String, Object> record(ResultSet row) throws SQLException {
        PointsTransaction transaction = PointsTransaction.read(row);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("transactionId", transaction.id().toString());
        record.put("kind", transaction.kind().name());
        record.put("points", transaction.points());
        record.put("available", transaction.after().available());
        record.put("pending", transaction.after().pending());
        record.put("reason", transaction.details().reason());
        record.put("time", transaction.time());
        return record;
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        UUID nobody = UUID.randomUUID();
        long records = 0;
        for (String forget : FORGET) {
            records += Rows.none(connection).value(nobody).value(customer).update(forget);
        }
        return records;
    }
}

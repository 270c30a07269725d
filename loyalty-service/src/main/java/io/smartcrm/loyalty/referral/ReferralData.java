package io.smartcrm.loyalty.referral;

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

/** Whom a customer brought and who brought the customer: what waits ends, what ended stays with the other one. */
@ApplicationScoped
class ReferralData implements PersonalData {
    private static final String HELD = """
            select id, referrer_id = ? as referrer, state, referrer_points, referred_points, create_time from referral
            where referrer_id = ? or referred_id = ? order by id""";
    private static final String FORGET_WAITING =
            "delete from referral where state = 'WAITING' and (referrer_id = ? or referred_id = ?)";
    private static final List<String> FORGET = List.of(
            "update referral set referrer_id = ? where referrer_id = ?",
            "update referral set referred_id = ?, order_id = null where referred_id = ?");

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        UUID customer = UUID.fromString(customerId);
        new ReferralTable(connection).code(customer).ifPresent(code -> receiver.accept(Map.of("code", code)));
        Rows.none(connection)
                .value(customer)
                .value(customer)
                .value(customer)
                .query(HELD, ReferralData::record)
                .forEach(receiver);
    }

    /** Without the other one, whose data it is as well. */
    private static Map<String, Object> record(ResultSet row) throws SQLException {
        boolean referrer = row.getBoolean("referrer");
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("referralId", row.getString("id"));
        record.put("as", referrer ? "referrer" : "referred");
        record.put("state", row.getString("state"));
        record.put("points", row.getLong(referrer ? "referrer_points" : "referred_points"));
        record.put("time", Rows.time(row, "create_time"));
        return record;
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        UUID nobody = UUID.randomUUID();
        long records = Rows.none(connection).value(customer).update("delete from referral_code where customer_id = ?");
        records += Rows.none(connection).value(customer).value(customer).update(FORGET_WAITING);
        for (String forget : FORGET) {
            records += Rows.none(connection).value(nobody).value(customer).update(forget);
        }
        return records;
    }
}

package io.smartcrm.customer.journal;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What imports would put back of a customer. Once the customer is forgotten only versions stay, so that taking an import back
 * finds the record changed, and leaves it.
 */
@ApplicationScoped
class JournalHolding implements CustomerHolding {
    private static final String EXPORT = """
        select import_id, kind, count(*) as versions from (
            select import_id, kind from import_change
            where record_id = ? and kind = 'customer' and jsonb_exists(before, 'id')
            union all
            select import_id, kind from import_change where before ->> 'customer_id' = ?) as kept
        group by import_id, kind order by import_id, kind\
        """;
    private static final String FORGET =
            "update import_change set before = jsonb_build_object('version', before -> 'version')"
                    + " where jsonb_exists(before, 'id') and ";
    private static final String FORGET_PROFILE = FORGET + "record_id = ?::uuid and kind = 'customer'";
    private static final String FORGET_CASES = FORGET + "before ->> 'customer_id' = ? and kind = 'support_case'";
    private static final String FORGET_BUYER = """
        update import_change set before = before || '{"customer_id": null}'
        where before ->> 'customer_id' = ? and kind = 'sales_order'\
        """;

    @Override
    public String name() {
        return "import-journal";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPORT)) {
            statement.setObject(1, customer);
            statement.setString(2, customer.toString());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> kept = new LinkedHashMap<>();
                    kept.put("import", rows.getString("import_id"));
                    kept.put("record", rows.getString("kind"));
                    kept.put("earlierVersions", rows.getLong("versions"));
                    receiver.accept(kept);
                }
            }
        }
    }

    /** They belong to the records, which the other features carry over. */
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
        return anonymise(connection, customer) + update(connection, FORGET_BUYER, customer);
    }

    /** Who bought stays an id that leads to nobody. */
    @Override
    public long anonymise(Connection connection, UUID customer) throws SQLException {
        return update(connection, FORGET_PROFILE, customer) + update(connection, FORGET_CASES, customer);
    }

    private static long update(Connection connection, String sql, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, customer.toString());
            return statement.executeUpdate();
        }
    }
}

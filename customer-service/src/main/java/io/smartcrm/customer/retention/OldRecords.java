package io.smartcrm.customer.retention;

import io.smartcrm.customer.privacy.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Counts and forgets what is older than a time, within the caller's transaction. */
@ApplicationScoped
class OldRecords {
    private static final int SAMPLE = 20;
    private static final int CUSTOMERS_AT_ONCE = 20;

    private static final String TOLD = "(select ?::timestamptz as before) as told ";
    private static final String INACTIVE = "from customer old, " + TOLD + """
            where merged_into is null and create_time < before
            and not exists (select from sales_order where customer_id = old.id and order_time >= before)
            and not exists (select from interaction where customer_id = old.id and occur_time >= before)
            and not exists (select from support_case where customer_id = old.id and update_time >= before)
            and not exists (select from consent_record where customer_id = old.id and record_time >= before)
            and not exists (select from processing_limit where customer_id = old.id and restricted)""";
    /** The valid word stays, whatever its age. */
    private static final String REPLACED = "from consent_record old, " + TOLD + """
            where record_time < before and exists (
                select from consent valid
                where valid.customer_id = old.customer_id and valid.purpose = old.purpose
                    and valid.channel = old.channel and valid.effective_time > old.effective_time)""";

    private static final String REJECTED = "from import_rejection old, " + TOLD + """
            where import_id in (select id from import_job where end_time < before)""";

    private final Erasures erasures;

    OldRecords(Erasures erasures) {
        this.erasures = erasures;
    }

    long count(Connection connection, RetentionRule.Kind kind, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) " + old(kind))) {
            bind(statement, before);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Ids of some that are too old. */
    List<UUID> sample(Connection connection, RetentionRule.Kind kind, Instant before) throws SQLException {
        String id =
                switch (kind) {
                    case INACTIVE_CUSTOMER, CONSENT_RECORD -> "old.id";
                    case IMPORT_REJECTION -> "distinct old.import_id";
                };
        return ids(connection, "select " + id + " " + old(kind) + " limit " + SAMPLE, before);
    }

    /**
     * Forgets some; none are left when it is none.
     *
     * @param committed what is to be done once the caller has committed
     */
    long forget(Connection connection, RetentionRule.Kind kind, Instant before, int limit, Consumer<Runnable> committed)
            throws SQLException {
        return switch (kind) {
            case INACTIVE_CUSTOMER -> erase(connection, before, committed);
            case CONSENT_RECORD -> delete(connection, "consent_record", kind, before, limit);
            case IMPORT_REJECTION -> delete(connection, "import_rejection", kind, before, limit);
        };
    }

    private long erase(Connection connection, Instant before, Consumer<Runnable> committed) throws SQLException {
        List<UUID> customers = ids(connection, "select old.id " + INACTIVE + " limit " + CUSTOMERS_AT_ONCE, before);
        for (UUID customer : customers) {
            UUID erasure = erasures.request(connection, customer, "retention: inactive", "customer-service");
            committed.accept(() -> erasures.remember(erasure));
        }
        return customers.size();
    }

    private static long delete(Connection connection, String table, RetentionRule.Kind kind, Instant before, int limit)
            throws SQLException {
        String sql = "delete from " + table + " where ctid = any (array(select old.ctid " + old(kind) + " limit ?))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, before);
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    private static List<UUID> ids(Connection connection, String sql, Instant before) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, before);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private static String old(RetentionRule.Kind kind) {
        return switch (kind) {
            case INACTIVE_CUSTOMER -> INACTIVE;
            case CONSENT_RECORD -> REPLACED;
            case IMPORT_REJECTION -> REJECTED;
        };
    }

    private static void bind(PreparedStatement statement, Instant before) throws SQLException {
        statement.setObject(1, before.atOffset(ZoneOffset.UTC));
    }
}

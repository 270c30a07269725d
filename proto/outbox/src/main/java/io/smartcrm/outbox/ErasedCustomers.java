package io.smartcrm.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Customers who were erased, in the service's table {@code erased_customer}: facts about them that are read again are
 * facts about nobody.
 */
public final class ErasedCustomers {
    /** Any number, the same in all replicas: an erasure waits for batches under way, and they for it. */
    private static final long LOCK = 6_204_418_830_957_213L;

    private static final String LOCK_ALL = "select pg_advisory_xact_lock(" + LOCK + ")";
    private static final String LOCK_SHARED = "select pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String AMONG = "select customer_id from erased_customer where customer_id = any (?)";

    private ErasedCustomers() {}

    /** Those of the customers who were erased; no erasure happens until the caller's transaction ends. */
    public static Set<String> among(Connection connection, Collection<String> customers) throws SQLException {
        execute(connection, LOCK_SHARED);
        Set<String> erased = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(AMONG)) {
            statement.setArray(1, connection.createArrayOf("text", customers.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    erased.add(rows.getString(1));
                }
            }
        }
        return erased;
    }

    static void lock(Connection connection) throws SQLException {
        execute(connection, LOCK_ALL);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

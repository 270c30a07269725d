package io.smartcrm.customer.touch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queue of changes, within one transaction. */
final class TouchedTable {
    /** Any number, the same in all replicas. */
    private static final long LOCK = 4_801_266_013_559_207L;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK + ")";
    private static final String TAKE = """
        delete from customer_touched where id in (select id from customer_touched order by id limit ?)
        returning customer_id, source\
        """;

    private final Connection connection;

    TouchedTable(Connection connection) {
        this.connection = connection;
    }

    /** Until the end of the transaction. */
    boolean tryLock() throws SQLException {
        try (var statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Takes the oldest changes off; empty when there are none. */
    Optional<Changes> take(int limit) throws SQLException {
        Map<String, Set<UUID>> customers = new HashMap<>();
        boolean products = false;
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID customer = rows.getObject("customer_id", UUID.class);
                    if (customer == null) {
                        products = true;
                    } else {
                        customers
                                .computeIfAbsent(rows.getString("source"), table -> new HashSet<>())
                                .add(customer);
                    }
                }
            }
        }
        return customers.isEmpty() && !products ? Optional.empty() : Optional.of(new Changes(customers, products));
    }
}

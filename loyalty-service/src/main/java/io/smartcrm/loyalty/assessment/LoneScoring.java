package io.smartcrm.loyalty.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;

/** Scoring without the service around it, on a database of its own: what the benchmark measures. */
public final class LoneScoring {
    private LoneScoring() {}

    /** Makes the tables of the service. */
    public static void migrate(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/outbox", "classpath:db/migration")
                .load()
                .migrate();
    }

    /** As the service does after orders changed: from the summaries that it keeps. */
    public static void score(Connection connection) throws SQLException {
        if (!new RfmScoring(connection).score()) {
            throw new IllegalStateException("another scoring is under way");
        }
    }

    /** As a migration between two times does: from all orders before a time, on a connection in a transaction. */
    public static void scoreFromOrders(Connection connection, Instant time) throws SQLException {
        try (var terms = connection.createStatement()) {
            terms.execute("set local work_mem = '64MB'");
        }
        RfmMigrations.score(connection, "rfm_then", time);
    }
}

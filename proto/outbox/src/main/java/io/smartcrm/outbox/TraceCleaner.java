package io.smartcrm.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets marks of applied events and answered commands once no repetition can come any more. */
@ApplicationScoped
public class TraceCleaner {
    private static final String INBOX = "delete from inbox where receive_time < ?";
    private static final String COMMANDS = "delete from command where create_time < ?";

    private final AgroalDataSource database;
    private final OutboxConfig config;

    TraceCleaner(AgroalDataSource database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() throws SQLException {
        OffsetDateTime oldest = OffsetDateTime.now(ZoneOffset.UTC).minus(config.retention());
        try (var connection = database.getConnection()) {
            delete(connection, INBOX, oldest);
            delete(connection, COMMANDS, oldest);
        }
    }

    private static void delete(Connection connection, String sql, OffsetDateTime oldest) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, oldest);
            statement.executeUpdate();
        }
    }
}

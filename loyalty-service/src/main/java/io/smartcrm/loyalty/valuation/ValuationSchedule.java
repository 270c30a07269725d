package io.smartcrm.loyalty.valuation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.assessment.Debounce;
import io.smartcrm.loyalty.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Fits again after purchases changed and then paused. */
@ApplicationScoped
class ValuationSchedule {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String CHANGES = """
            select state.changes, coalesce((select changes from value_model), 0) as valued from activity_state state""";

    private final AgroalDataSource database;
    private final ValuationConfig config;
    private final Debounce debounce;

    ValuationSchedule(AgroalDataSource database, ValuationConfig config) {
        this.database = database;
        this.config = config;
        this.debounce = new Debounce(config.quiet(), config.longestWait());
    }

    private record Progress(long changes, long valued) {}

    /** Blocks, on a worker thread of the scheduler. What failed leaves the last values in place and is tried again. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            Progress progress = progress();
            if (debounce.due(progress.changes(), progress.valued(), CLOCK.instant())) {
                value();
            }
        } catch (SQLException | IllegalArgumentException failed) {
            Log.warnf(failed, "Customers could not be valued; next attempt later");
        }
    }

    private Progress progress() throws SQLException {
        try (var connection = database.getConnection()) {
            return Rows.none(connection)
                    .first(CHANGES, row -> new Progress(row.getLong("changes"), row.getLong("valued")))
                    .orElseThrow();
        }
    }

    /** Without an outcome the next attempt waits as if there had been one. */
    private void value() throws SQLException {
        Instant start = CLOCK.instant();
        try (var connection = database.getConnection()) {
            boolean done = new Valuation(connection, config).run();
            Duration took = Duration.between(start, CLOCK.instant());
            if (done) {
                Log.infof("Valued all customers in %d ms", took.toMillis());
            }
            debounce.derived(took);
        }
    }
}

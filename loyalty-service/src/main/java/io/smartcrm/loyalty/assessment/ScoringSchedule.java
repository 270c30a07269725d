package io.smartcrm.loyalty.assessment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.outbox.DerivedResults;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Scores again after activity changed, whichever replica applied the change. */
@ApplicationScoped
public class ScoringSchedule implements DerivedResults {
    private static final Clock CLOCK = Clock.systemUTC();

    private final AgroalDataSource database;
    private final Debounce debounce;

    ScoringSchedule(AgroalDataSource database, RfmConfig config) {
        this.database = database;
        this.debounce = new Debounce(config.quiet(), config.longestWait());
    }

    /** Blocks, on a worker thread of the scheduler. A failed scoring leaves the last one in place and is tried again. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            ScoringProgress progress = progress();
            if (debounce.due(progress.changes(), progress.scored(), CLOCK.instant())) {
                score();
            }
        } catch (SQLException failed) {
            Log.warnf(failed, "Customers could not be scored; next attempt in a second");
        }
    }

    private void score() throws SQLException {
        Instant start = CLOCK.instant();
        try (var connection = database.getConnection()) {
            if (new RfmScoring(connection).score()) {
                Duration took = Duration.between(start, CLOCK.instant());
                debounce.derived(took);
                Log.infof("Scored all customers in %d ms", took.toMillis());
            }
        }
    }

    @Override
    public Optional<Instant> derivedTime() {
        return knownProgress().eventTime();
    }

    @Override
    public boolean current() {
        return knownProgress().current();
    }

    private ScoringProgress progress() throws SQLException {
        try (var connection = database.getConnection()) {
            return ScoringProgress.read(connection);
        }
    }

    private ScoringProgress knownProgress() {
        try {
            return progress();
        } catch (SQLException away) {
            var failure =
                    new Failure(Failure.Kind.UNAVAILABLE, "DATABASE_AWAY", "the database does not answer; ask again");
            failure.initCause(away);
            throw failure;
        }
    }
}

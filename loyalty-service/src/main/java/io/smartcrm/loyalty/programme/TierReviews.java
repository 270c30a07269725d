package io.smartcrm.loyalty.programme;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at everybody's tier once a day, because purchases leave the period and grace ends without an event. */
@ApplicationScoped
class TierReviews {
    private static final Duration AGE = Duration.ofDays(1);
    private static final int TOGETHER = 1000;

    private final Database database;

    TierReviews(Database database) {
        this.database = database;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "300s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reviewAll() {
        int some;
        do {
            some = database.transaction(connection -> reviewSome(connection, Clock.systemUTC()));
        } while (some == TOGETHER);
    }

    static int reviewSome(Connection connection, Clock clock) throws SQLException {
        Optional<Programme> programme = new ProgrammeTable(connection).read();
        if (programme.isEmpty()) {
            return 0;
        }
        var table = new TierReviewTable(connection, programme.get(), clock.instant());
        List<UUID> due = table.due(clock.instant().minus(AGE), TOGETHER);
        table.review(due);
        return due.size();
    }
}

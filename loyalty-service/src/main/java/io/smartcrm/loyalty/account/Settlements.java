package io.smartcrm.loyalty.account;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.ledger.Command.Settle;
import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Releases points whose return window ended, and expires those that were not spent in time. */
@ApplicationScoped
class Settlements {
    private static final int TOGETHER = 500;

    private final Database database;

    Settlements(Database database) {
        this.database = database;
    }

    /** Blocks, on a worker thread of the scheduler; what was not reached is due again. */
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleAll() {
        int customers = 0;
        int some;
        do {
            some = database.transaction(connection -> settleSome(connection, Clock.systemUTC()));
            customers += some;
        } while (some > 0);
        if (customers > 0) {
            Log.infof("Released or expired points of %d customers", customers);
        }
    }

    /** How many customers had something due. */
    static int settleSome(Connection connection, Clock clock) throws SQLException {
        List<Posting> due = new AccountTable(connection)
                .due(clock.instant(), TOGETHER).stream()
                        .sorted()
                        .map(customer -> Posting.of(new Settle(customer)))
                        .toList();
        new PostingTables(connection, clock).post(due);
        return due.size();
    }
}

package io.smartcrm.loyalty.decision;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.occasion.OccasionTable.Waiting;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Brings what happened before the strategies that listen, the first of them first. */
@ApplicationScoped
class OccasionRun {
    private static final int TOGETHER = 500;

    private final Database database;
    private final Deciding deciding;
    private final Clock clock = Clock.systemUTC();

    OccasionRun(Database database, Deciding deciding) {
        this.database = database;
        this.deciding = deciding;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void decideAll() {
        int some;
        do {
            some = database.transaction(this::decideSome);
        } while (some == TOGETHER);
    }

    int decideSome(Connection connection) throws SQLException {
        Instant now = clock.instant();
        Deciding.lock(connection, now);
        var table = new OccasionTable(connection);
        List<Waiting> waiting = table.next(TOGETHER);
        if (waiting.isEmpty()) {
            return 0;
        }
        for (Strategy strategy : deciding.active(connection)) {
            List<Occasion> concerning = waiting.stream()
                    .map(Waiting::occasion)
                    .filter(occasion -> concerns(strategy, occasion))
                    .toList();
            if (!concerning.isEmpty()) {
                deciding.decide(connection, strategy, concerning, now);
            }
        }
        table.done(waiting);
        return waiting.size();
    }

    static boolean concerns(Strategy strategy, Occasion occasion) {
        Trigger trigger = strategy.definition().trigger();
        if (trigger.kind() != occasion.kind()
                || occasion.strategy()
                        .filter(only -> !only.equals(strategy.id()))
                        .isPresent()) {
            return false;
        }
        return matches(trigger, occasion);
    }

    private static boolean matches(Trigger trigger, Occasion occasion) {
        if (trigger instanceof Trigger.Lifecycle lifecycle) {
            return lifecycle.matches(
                    LifecycleState.Name.valueOf(occasion.from()), LifecycleState.Name.valueOf(occasion.to()));
        }
        if (trigger instanceof Trigger.Segment segment) {
            return segment.segment().toString().equals(segment.entered() ? occasion.to() : occasion.from());
        }
        return true;
    }
}

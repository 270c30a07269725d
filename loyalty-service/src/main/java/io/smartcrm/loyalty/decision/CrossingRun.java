package io.smartcrm.loyalty.decision;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Watches numbers for strategies: twice a minute, because scores change all at once and silence without an event. */
@ApplicationScoped
class CrossingRun {
    private final Database database;
    private final Deciding deciding;
    private final Clock clock = Clock.systemUTC();

    CrossingRun(Database database, Deciding deciding) {
        this.database = database;
        this.deciding = deciding;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<Strategy> watching = database.transaction(connection -> deciding.active(connection).stream()
                .filter(strategy -> strategy.definition().trigger() instanceof Trigger.Crossing)
                .toList());
        for (Strategy strategy : watching) {
            database.transaction(connection -> look(connection, strategy, clock.instant()));
        }
    }

    /** Answers how many crossed. */
    static int look(Connection connection, Strategy strategy, Instant now) throws SQLException {
        Deciding.lock(connection, now);
        var crossing = (Trigger.Crossing) strategy.definition().trigger();
        Instant asOf = new FactTable(connection, now).asOf();
        var table = new CrossingTable(connection, strategy, Beyond.of(crossing, asOf));
        if (!table.begun()) {
            table.begin();
            table.look();
            return 0;
        }
        List<UUID> crossed = table.look();
        new OccasionTable(connection)
                .note(
                        crossed.stream()
                                .map(customer -> Occasion.of(Trigger.Kind.CROSSING, customer, "crossing/" + now, now)
                                        .onlyFor(strategy.id()))
                                .toList(),
                        now);
        return crossed.size();
    }
}

package io.smartcrm.loyalty.standing;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.card.CardConfig;
import io.smartcrm.loyalty.lifecycle.LifecycleRules;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.standing.Standing.Looked;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at who bought and at whose silence is long enough, and tells who passed to another state. */
@ApplicationScoped
class Standings {
    private static final int TOGETHER = 1000;

    private final Database database;
    private final Outbox outbox;
    private final LifecycleRules rules;

    Standings(Database database, Outbox outbox, CardConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.rules = new LifecycleRules(config.loyalPurchases(), config.atRisk(), config.lapsed());
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtAll() {
        int some;
        do {
            some = database.transaction(connection -> lookAtSome(connection, outbox, rules, Clock.systemUTC()));
        } while (some == TOGETHER);
    }

    static int lookAtSome(Connection connection, Outbox outbox, LifecycleRules rules, Clock clock) throws SQLException {
        var table = new StandingTable(connection);
        Optional<Instant> asOf = table.asOf();
        if (asOf.isEmpty()) {
            return 0;
        }
        List<Standing> due = table.next(asOf.get(), TOGETHER);
        if (due.isEmpty()) {
            return 0;
        }
        Instant history = clock.instant().minus(OccasionTable.FRESH);
        table.forget(due.stream()
                .filter(standing -> standing.sales().isEmpty())
                .map(Standing::customer)
                .toList());
        List<Looked> looked = due.stream()
                .filter(standing -> !standing.sales().isEmpty())
                .map(standing -> standing.look(asOf.get(), history, rules))
                .toList();
        table.put(looked);
        tell(connection, outbox, looked, clock.instant());
        return due.size();
    }

    private static void tell(Connection connection, Outbox outbox, List<Looked> looked, Instant now)
            throws SQLException {
        List<Transition> passed =
                looked.stream().flatMap(look -> look.passed().stream()).toList();
        new StandingTable(connection).passed(passed);
        outbox.append(connection, passed.stream().map(StandingEvents::changed).toList());
        new OccasionTable(connection)
                .note(passed.stream().map(Standings::occasion).toList(), now);
    }

    private static Occasion occasion(Transition transition) {
        return Occasion.of(
                        Trigger.Kind.LIFECYCLE,
                        transition.customer(),
                        "lifecycle/" + transition.to() + "/" + transition.time(),
                        transition.time())
                .between(transition.from().name(), transition.to().name());
    }
}

package io.smartcrm.forecast.plan;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.forecast.plan.PlanEntry.Content;
import io.smartcrm.forecast.plan.PlanEntry.Planned.Priced;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is planned. Blocks, but for {@link #of}: for worker threads. */
@ApplicationScoped
public class Plans {
    /** Each is looked at for each day of a series. */
    private static final int MOST_OF_A_SCOPE = 1_000;

    private final Database database;
    private final Clock clock;

    Plans(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is planned that concerns a scope; may be asked from any thread. */
    public Uni<DemandPlan> of(DemandScope scope) {
        return Uni.createFrom()
                .item(() -> database.transaction(connection -> new PlanTable(connection).concerning(scope)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** All that is planned. */
    public static PlanBook book(Connection connection) throws SQLException {
        return new PlanTable(connection).book();
    }

    /** @throws Failure CONFLICT when another price holds from the same day on */
    PlanEntry create(Connection connection, Content content, String principal) throws SQLException {
        var table = new PlanTable(connection);
        if (table.count(content.scope()) >= MOST_OF_A_SCOPE) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "PLAN_FULL",
                    MOST_OF_A_SCOPE + " promotions and prices are planned of it; delete old ones first");
        }
        PlanEntry entry = new PlanEntry(
                TimeOrderedId.next(), content, principal, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!table.insert(entry) && content.planned() instanceof Priced priced) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "PRICE_ALREADY_PLANNED",
                    "another price holds from " + priced.first() + " on; delete it first");
        }
        return entry;
    }

    /** Newest first, one more than the size when there is a next page. */
    List<PlanEntry> list(Optional<DemandScope> scope, Optional<UUID> after, int size) {
        return database.transaction(connection -> new PlanTable(connection).page(scope, after, size + 1));
    }

    void delete(UUID id) {
        if (!database.transaction(connection -> new PlanTable(connection).delete(id))) {
            throw Failure.notFound("plan entry", id.toString());
        }
    }
}

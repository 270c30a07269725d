package io.smartcrm.loyalty.result;

import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.programme.Programmes;
import io.smartcrm.loyalty.result.ResultTable.Cost;
import io.smartcrm.loyalty.uplift.Group;
import io.smartcrm.loyalty.uplift.Uplift;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells what strategies achieved. Blocks: for worker threads. */
@ApplicationScoped
public class Results {
    private static final int PER_POINTS = 1000;

    private final Database database;
    private final Strategies strategies;
    private final Programmes programmes;
    private final Clock clock;

    Results(Database database, Strategies strategies, Programmes programmes) {
        this.database = database;
        this.strategies = strategies;
        this.programmes = programmes;
        this.clock = Clock.systemUTC();
    }

    /** @throws Failure NOT_FOUND when there is no such strategy */
    public StrategyResult of(UUID id) {
        Strategy strategy = strategies.get(id);
        int windowDays = strategy.definition().windowDays();
        Optional<Programme.Terms> terms = programmes.find().map(Programme::terms);
        long perThousand =
                terms.map(Programme.Terms::minorUnitsPerThousandPoints).orElse(0L);
        Instant now = clock.instant();
        return database.transaction(connection -> {
            var table = new ResultTable(connection, id);
            String currency = table.currency()
                    .orElseGet(() -> terms.map(Programme.Terms::currencyCode).orElse(""));
            Map<Boolean, Group> groups = table.groups(currency, windowDays, now);
            Group served = groups.getOrDefault(false, Group.EMPTY);
            Group heldOut = groups.getOrDefault(true, Group.EMPTY);
            Cost cost = table.cost();
            return new StrategyResult(
                    currency,
                    windowDays,
                    table.waiting(windowDays, now),
                    served,
                    heldOut,
                    Uplift.of(served, heldOut),
                    cost.points(),
                    cost.minorUnits() + Math.round((double) cost.points() * perThousand / PER_POINTS),
                    table.actions(),
                    table.passes());
        });
    }
}

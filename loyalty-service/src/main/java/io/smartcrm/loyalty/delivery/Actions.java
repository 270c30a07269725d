package io.smartcrm.loyalty.delivery;

import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done, is to be done and is shown. Blocks: for worker threads. */
@ApplicationScoped
public class Actions {
    private final Database database;
    private final Clock clock = Clock.systemUTC();

    Actions(Database database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param before the last id of the page before; empty for the first page
     */
    public List<ActionRecord> ofCustomer(UUID customer, Optional<UUID> before, int limit) {
        return database.transaction(connection -> new ActionTable(connection).ofCustomer(customer, before, limit));
    }

    /** As {@link #ofCustomer}; all states when none is given. */
    public List<ActionRecord> ofStrategy(
            UUID strategy, Optional<ActionRecord.State> state, Optional<UUID> before, int limit) {
        return database.transaction(
                connection -> new ActionTable(connection).ofStrategy(strategy, state, before, limit));
    }

    /** What to show to a customer now, in a slot or everywhere. */
    public List<OfferTable.Offer> offers(UUID customer, Optional<String> slot) {
        return database.transaction(connection -> new OfferTable(connection).open(customer, slot, clock.instant()));
    }
}

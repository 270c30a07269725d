package io.smartcrm.loyalty.account;

import io.smartcrm.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the ledger tells. Blocks: for worker threads. */
@ApplicationScoped
public class Ledgers {
    private final Database database;

    Ledgers(Database database) {
        this.database = database;
    }

    /**
     * The latest first.
     *
     * @param before the last id of the page before; empty for the first page
     */
    public List<PointsTransaction> history(UUID customer, Optional<UUID> before, int limit) {
        return database.transaction(connection -> new AccountTable(connection).history(customer, before, limit));
    }

    public Verification verify() {
        return database.transaction(connection -> new LedgerVerification(connection).verify());
    }

    public PointsLiability liability() {
        return database.transaction(connection -> new LiabilityTable(connection).read());
    }
}

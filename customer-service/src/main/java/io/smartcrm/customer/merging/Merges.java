package io.smartcrm.customer.merging;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Merges that people ask for. Blocks: for worker threads. */
@ApplicationScoped
class Merges {
    private final Database database;
    private final Merging merging;

    Merges(Database database, Merging merging) {
        this.database = database;
        this.merging = merging;
    }

    Merge merge(UUID winner, UUID loser, Survivorship survivorship, String principal, String requestId) {
        return database.transaction(
                connection -> merging.merge(connection, winner, loser, survivorship, principal, requestId));
    }

    Merge undo(UUID id) {
        return database.transaction(connection -> merging.undo(connection, id));
    }

    Merge get(UUID id) {
        return database.transaction(connection -> new MergeTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("merge", id.toString()));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Merge> list(Optional<UUID> customer, Optional<TimePosition> after, int size) {
        return database.transaction(connection -> new MergeTable(connection).list(customer, after, size + 1));
    }
}

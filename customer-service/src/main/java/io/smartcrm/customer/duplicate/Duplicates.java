package io.smartcrm.customer.duplicate;

import io.smartcrm.customer.job.Job;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.Jobs;
import io.smartcrm.customer.merging.Merging;
import io.smartcrm.customer.merging.Survivorship;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets people decide about pairs; what they decided is not asked again. Blocks: for worker threads. */
@ApplicationScoped
class Duplicates {
    private final Database database;
    private final OpenCustomers customers;
    private final Merging merging;
    private final Jobs jobs;
    private final Clock clock = Clock.systemUTC();

    Duplicates(Database database, OpenCustomers customers, Merging merging, Jobs jobs) {
        this.database = database;
        this.customers = customers;
        this.merging = merging;
        this.jobs = jobs;
    }

    /** @throws Failure INVALID when the attribute that tells people apart is not defined */
    Job search(SearchParameters parameters, String principal, String requestId) {
        String attribute = parameters.attribute();
        if (!attribute.isEmpty()) {
            List<String> defined = database.transaction(connection -> new DuplicateTable(connection).attributes());
            if (!defined.contains(attribute)) {
                throw Failure.invalid("attribute", "'" + attribute + "' is not defined; these are: " + defined);
            }
        }
        return jobs.start(JobKind.DUPLICATES, parameters.toJson(), principal, requestId);
    }

    /** The most probable first, one more than the size when there is a next page. */
    List<Duplicate> list(DuplicateState state, double afterProbability, UUID afterId, int size) {
        return database.transaction(
                connection -> new DuplicateTable(connection).list(state, afterProbability, afterId, size + 1));
    }

    /** They are one. Twice is once. */
    Duplicate accept(UUID id, Optional<UUID> winner, Survivorship survivorship, String by) {
        return database.transaction(connection -> {
            var table = new DuplicateTable(connection);
            Duplicate pair = locked(table, id);
            if (pair.state() == DuplicateState.MERGED) {
                return pair;
            }
            UUID winning = winner.isPresent() ? oneOf(pair, winner.get()) : usualWinner(connection, pair);
            UUID losing = winning.equals(pair.first()) ? pair.second() : pair.first();
            var merge = merging.merge(connection, winning, losing, survivorship, by, "");
            table.decide(id, DuplicateState.MERGED, by, merge.id(), clock.instant());
            return locked(table, id);
        });
    }

    /** They are two, for good. Twice is once. */
    Duplicate reject(UUID id, String by) {
        return database.transaction(connection -> {
            var table = new DuplicateTable(connection);
            Duplicate pair = locked(table, id);
            if (pair.state() == DuplicateState.MERGED) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "DUPLICATE_MERGED",
                        "duplicate '" + id + "' is merged; undo its merge, which says too that they are two");
            }
            table.decide(id, DuplicateState.REJECTED, by, null, clock.instant());
            return locked(table, id);
        });
    }

    private static Duplicate locked(DuplicateTable table, UUID id) throws SQLException {
        return table.lock(id).orElseThrow(() -> Failure.notFound("duplicate", id.toString()));
    }

    private static UUID oneOf(Duplicate pair, UUID winner) {
        if (!winner.equals(pair.first()) && !winner.equals(pair.second())) {
            throw Failure.invalid("winnerId", "'" + winner + "' is neither of the two customers");
        }
        return winner;
    }

    private UUID usualWinner(Connection connection, Duplicate pair) throws SQLException {
        var found = customers.lock(connection, List.of(pair.first(), pair.second()));
        if (found.size() < 2) {
            UUID missing = found.containsKey(pair.first()) ? pair.second() : pair.first();
            throw Failure.notFound("customer", missing.toString());
        }
        return Survivorship.winner(List.copyOf(found.values())).id();
    }
}

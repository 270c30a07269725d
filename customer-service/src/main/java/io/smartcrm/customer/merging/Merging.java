package io.smartcrm.customer.merging;

import io.quarkus.arc.All;
import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.merging.MergeTable.Request;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes two customers one, and two again, without losing anything: all that is held about the loser goes to the winner
 * with the events that tell so, and exactly that comes back. Within the caller's transaction; blocks: for worker threads.
 */
@ApplicationScoped
public class Merging {
    private static final int MAX_REQUEST_ID = 200;

    private final OpenCustomers customers;
    private final List<CustomerHolding> holdings;
    private final Clock clock = Clock.systemUTC();

    Merging(OpenCustomers customers, @All List<CustomerHolding> holdings) {
        this.customers = customers;
        this.holdings = List.copyOf(holdings);
    }

    /**
     * Makes the loser a part of the winner; a repeated request gets the merge it asked for before.
     *
     * @param requestId empty when the caller does not repeat itself
     */
    public Merge merge(
            Connection connection,
            UUID winner,
            UUID loser,
            Survivorship survivorship,
            String principal,
            String requestId)
            throws SQLException {
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        if (winner.equals(loser)) {
            throw Failure.invalid("loserId", "is the winner too; a customer is not merged into itself");
        }
        var table = new MergeTable(connection);
        var request = new Request(principal, requestId, winner + "/" + loser + "/" + survivorship);
        // Two requests at once wait for each other here, and the second finds the merge of the first.
        Map<UUID, OpenCustomer> locked = customers.lock(connection, List.of(winner, loser));
        var asked = table.asked(principal, requestId);
        if (asked.isPresent()) {
            return answered(asked.get(), request);
        }
        return merge(connection, known(locked, winner), known(locked, loser), survivorship, request);
    }

    private Merge merge(
            Connection connection, OpenCustomer winner, OpenCustomer loser, Survivorship survivorship, Request request)
            throws SQLException {
        refuseMerged(winner, loser);
        Map<String, List<String>> moves = new HashMap<>();
        for (CustomerHolding holding : holdings) {
            moves.put(holding.name(), holding.carryOver(connection, loser.id(), winner.id()));
        }
        moves.values().removeIf(List::isEmpty);
        var survivor = survivorship.of(winner, loser);
        Set<String> taken = survivor.taken();
        byte[] before = customers.seal(connection, winner.id(), Before.of(winner, taken));
        customers.replace(
                connection,
                List.of(
                        Before.merged(winner, loser, survivor.profile()),
                        loser.withMergedInto(Optional.of(winner.id()))));
        Map<String, Long> moved = new TreeMap<>();
        moves.forEach((holding, keys) -> moved.put(holding, (long) keys.size()));
        var merge = new Merge(
                TimeOrderedId.next(),
                winner.id(),
                loser.id(),
                taken.stream().sorted().toList(),
                moved,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        new MergeTable(connection).insert(merge, before, request, moves);
        return merge;
    }

    /** Makes two customers of what a merge made one. Twice is once. */
    public Merge undo(Connection connection, UUID id) throws SQLException {
        var table = new MergeTable(connection);
        var stored = table.lock(id).orElseThrow(() -> Failure.notFound("merge", id.toString()));
        Merge merge = stored.merge();
        if (merge.undoTime().isPresent()) {
            return merge;
        }
        Map<UUID, OpenCustomer> locked = customers.lock(connection, List.of(merge.winner(), merge.loser()));
        OpenCustomer winner = known(locked, merge.winner());
        OpenCustomer loser = known(locked, merge.loser());
        winner.mergedInto().ifPresent(other -> {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "MERGED_AGAIN",
                    "the winner '" + winner.id() + "' was itself merged into '" + other
                            + "' later; undo that merge first");
        });
        Map<String, List<String>> moves = table.moves(id);
        for (CustomerHolding holding : holdings) {
            List<String> keys = moves.getOrDefault(holding.name(), List.of());
            if (!keys.isEmpty()) {
                holding.bringBack(connection, loser.id(), winner.id(), keys);
            }
        }
        String before = customers.open(connection, winner.id(), stored.winnerBefore());
        customers.replace(
                connection, List.of(Before.restored(winner, loser, before), loser.withMergedInto(Optional.empty())));
        table.undo(id, clock.instant());
        return table.find(id).orElseThrow();
    }

    private static Merge answered(MergeTable.Stored asked, Request request) {
        if (!asked.requestHash().equals(request.hash())) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "'" + request.requestId() + "' was used for another request; choose a new key");
        }
        return asked.merge();
    }

    private static void refuseMerged(OpenCustomer winner, OpenCustomer loser) {
        loser.mergedInto().ifPresent(other -> {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CUSTOMER_MERGED",
                    "the loser '" + loser.id() + "' is merged into '" + other + "' already");
        });
        winner.mergedInto().ifPresent(other -> {
            boolean cycle = other.equals(loser.id());
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    cycle ? "MERGE_CYCLE" : "CUSTOMER_MERGED",
                    "the winner '" + winner.id() + "' is merged into '" + other + "'"
                            + (cycle ? ", the loser; they are one already" : "; merge into that one"));
        });
    }

    private static OpenCustomer known(Map<UUID, OpenCustomer> locked, UUID id) {
        return Optional.ofNullable(locked.get(id)).orElseThrow(() -> Failure.notFound("customer", id.toString()));
    }
}

package io.smartcrm.customer.order;

import io.opentelemetry.context.Context;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Stores orders by the thousand: by COPY, with their sums and events, within the caller's transaction. Blocks: for worker
 * threads. An order told again as it is changes nothing; told otherwise, it is replaced under its id; lines that the same
 * import tells apart from the first ones are joined to them.
 */
@ApplicationScoped
public class OrderBulk {
    private static final int CUT_AT_ONCE = 500;

    private final Outbox outbox;

    public OrderBulk(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param drafts each number once */
    public OrderBulkResult store(Connection connection, UUID importId, Collection<OrderDraft> drafts)
            throws SQLException {
        var table = new OrderTable(connection);
        Map<String, StoredOrder> before =
                table.lockByNumber(drafts.stream().map(OrderDraft::number).toList());
        var changes = new OrderChanges(importId, before);
        drafts.forEach(changes::tell);
        changes.link(table.idsByNumber(changes.refundedNumbers()));
        List<StoredOrder> lateRefunds = refundsOf(table, changes);
        // Written by another core while the database takes the rows.
        var events = CompletableFuture.supplyAsync(
                Context.current().wrapSupplier(() -> events(changes.changed(), lateRefunds)));
        table.insert(changes.inserted());
        table.replace(changes.replaced());
        table.markTold(importId, changes.confirmed());
        table.replace(lateRefunds);
        book(connection, before, changes.changed());
        outbox.append(connection, events.join());
        return changes.result();
    }

    /**
     * Ends an import that told all it had: of orders that were there before, lines it did not tell are gone.
     *
     * @return how many orders were cut; zero when all is done, more than zero: commit and call again
     */
    public int cutUntold(Connection connection, UUID importId) throws SQLException {
        var table = new OrderTable(connection);
        Map<String, StoredOrder> before = new HashMap<>();
        List<StoredOrder> cut = new ArrayList<>();
        for (StoredOrder stored : table.lockPartlyToldBy(importId, CUT_AT_ONCE)) {
            before.put(stored.order().number(), stored);
            cut.add(stored.cutToTold());
        }
        table.replace(cut);
        bookAndTell(connection, before, cut, List.of());
        return cut.size();
    }

    /** Refunds that came before the orders they give back. */
    private static List<StoredOrder> refundsOf(OrderTable table, OrderChanges changes) throws SQLException {
        Map<String, OrderId> arrived = new HashMap<>();
        changes.inserted()
                .forEach(stored ->
                        arrived.put(stored.order().number(), stored.order().id()));
        if (arrived.isEmpty()) {
            return List.of();
        }
        var changed = changes.changed().stream()
                .map(stored -> stored.order().number())
                .toList();
        List<StoredOrder> late = new ArrayList<>();
        for (StoredOrder refund : table.lockRefundsOf(arrived.keySet())) {
            OrderId refunded = arrived.get(refund.refundOf());
            if (refunded != null && !changed.contains(refund.order().number())) {
                late.add(refund.refunding(refunded));
            }
        }
        return late;
    }

    /** Sums and events of what was written. */
    void bookAndTell(
            Connection connection, Map<String, StoredOrder> before, List<StoredOrder> changed, List<StoredOrder> linked)
            throws SQLException {
        book(connection, before, changed);
        outbox.append(connection, events(changed, linked));
    }

    private static void book(Connection connection, Map<String, StoredOrder> before, List<StoredOrder> changed)
            throws SQLException {
        var totals = new CountryTotalTable();
        for (StoredOrder stored : changed) {
            StoredOrder old = before.get(stored.order().number());
            if (old != null) {
                totals.remove(old.order());
            }
            totals.add(stored.order());
        }
        totals.book(connection);
    }

    private static List<OutboxEvent> events(List<StoredOrder> changed, List<StoredOrder> linked) {
        return Stream.concat(changed.stream(), linked.stream())
                .map(stored -> OrderEvents.of(stored.order()))
                .toList();
    }
}

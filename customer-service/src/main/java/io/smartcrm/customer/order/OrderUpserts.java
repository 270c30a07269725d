package io.smartcrm.customer.order;

import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes orders as other systems tell them, each for itself, with their sums, history and events, within the caller's
 * transaction. Blocks: for worker threads.
 */
@ApplicationScoped
public class OrderUpserts {
    private final OrderBulk bulk;
    private final OrderReferences references;
    private final Clock clock = Clock.systemUTC();

    OrderUpserts(OrderBulk bulk, OrderReferences references) {
        this.bulk = bulk;
        this.references = references;
    }

    /**
     * Answers in the order of what was told. A refund may come before its order, in the same set or another one.
     *
     * @param visible the customers that the caller may know of; others are as if they were not there
     * @throws Failure INVALID when a number is told twice
     */
    public List<Upsert> store(Connection connection, VisibleTeams visible, List<ToldOrder> told) throws SQLException {
        Set<String> numbers = new HashSet<>();
        for (ToldOrder order : told) {
            if (!numbers.add(order.number())) {
                throw Failure.invalid("orders", "number '" + order.number() + "' is told twice");
            }
        }
        var known = references.resolve(connection, visible, told);
        var book = open(connection, told);
        List<Upsert> results = new ArrayList<>();
        for (ToldOrder order : told) {
            results.add(tell(book, order, known));
        }
        write(connection, book, Optional.empty());
        return results;
    }

    private static Upsert tell(OrderBook book, ToldOrder told, OrderReferences.Known known) {
        try {
            return book.tell(told.of(known.customer(told)), known.products(told));
        } catch (Failure refusal) {
            return Upsert.refused(told.number(), refusal);
        }
    }

    private static OrderBook open(Connection connection, List<ToldOrder> told) throws SQLException {
        Set<String> numbers = new HashSet<>();
        told.forEach(order -> {
            numbers.add(order.number());
            numbers.add(order.refundOf());
        });
        numbers.remove("");
        var table = new OrderTable(connection);
        return open(table, table.lockByNumber(numbers), numbers);
    }

    /** With all that was given back of the orders. */
    static OrderBook open(OrderTable table, Map<String, StoredOrder> orders, Set<String> numbers) throws SQLException {
        Map<String, StoredOrder> all = new HashMap<>();
        var ids = orders.values().stream()
                .map(stored -> stored.order().id().value())
                .toList();
        table.lockRefunds(ids, numbers).forEach(refund -> all.put(refund.order().number(), refund));
        all.putAll(orders);
        return new OrderBook(all);
    }

    /** @param changeTime since when changed orders are in their states; empty: since now */
    void write(Connection connection, OrderBook book, Optional<Instant> changeTime) throws SQLException {
        var table = new OrderTable(connection);
        Map<String, StoredOrder> before = new HashMap<>();
        List<StoredOrder> inserted = new ArrayList<>();
        List<StoredOrder> replaced = new ArrayList<>();
        List<OrderStateChange> history = new ArrayList<>();
        Instant now = changeTime.orElse(clock.instant().truncatedTo(ChronoUnit.MICROS));
        for (StoredOrder stored : book.changed()) {
            Optional<StoredOrder> old = book.before(stored.order().number());
            old.ifPresent(known -> before.put(known.order().number(), known));
            (old.isPresent() ? replaced : inserted).add(stored);
            history.addAll(OrderStateChange.between(old.map(StoredOrder::order), stored.order(), now));
        }
        table.insert(inserted);
        table.replace(replaced);
        table.tellVersions(book.repeated());
        new StateHistory(connection).add(history);
        bulk.bookAndTell(connection, before, List.copyOf(book.changed()), List.of());
    }

    /** The order that has the number. */
    Order find(Connection connection, String number) throws SQLException {
        return Optional.ofNullable(
                        new OrderTable(connection).lockByNumber(List.of(number)).get(number))
                .orElseThrow(() -> Failure.notFound("order", number))
                .order();
    }
}

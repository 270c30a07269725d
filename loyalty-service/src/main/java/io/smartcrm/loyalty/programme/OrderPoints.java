package io.smartcrm.loyalty.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.programme.OrderPointsTable.Changed;
import io.smartcrm.loyalty.programme.OrderPointsTable.Gross;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Values orders by the rules, once, and brings their points to what the orders and their refunds are now. An order whose
 * products are not all known when a rule asks for their categories is valued again when they are.
 */
final class OrderPoints {
    private final Connection connection;
    private final Programme programme;
    private final Clock clock;
    private final OrderPointsTable table;

    OrderPoints(Connection connection, Programme programme, Clock clock) {
        this.connection = connection;
        this.programme = programme;
        this.clock = clock;
        this.table = new OrderPointsTable(connection);
    }

    void apply(List<EarningOrder> orders) throws SQLException {
        Collection<EarningOrder> latest = EarningOrder.latestVersions(orders);
        if (latest.isEmpty()) {
            return;
        }
        new CategoryTable(connection).lockShared();
        List<Changed> changed = table.store(latest);
        value(changed, latest.stream().collect(toMap(EarningOrder::id, identity())));
        List<UUID> affected = changed.stream()
                .flatMap(change -> Stream.of(Optional.of(change.id()), change.refunded(), change.refundedBefore()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        new OrderPostings(connection, programme, clock).bringToTarget(table.sales(affected));
    }

    /** Values orders by what is known of these products now, and the rules of now; what waits for others, waits on. */
    void valueWaiting(Collection<UUID> products) throws SQLException {
        var waitingTable = new WaitingOrderTable(connection);
        List<WaitingOrder> waiting = waitingTable.waitingFor(products);
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, String> categories =
                categories(waiting.stream().map(WaitingOrder::purchase).toList());
        table.value(waiting.stream()
                .map(order -> gross(order.id(), order.purchase().sorted(categories)))
                .toList());
        waitingTable.forget(waiting.stream()
                .filter(order -> knows(categories, order.purchase()))
                .map(WaitingOrder::id)
                .toList());
        new OrderPostings(connection, programme, clock)
                .bringToTarget(
                        table.sales(waiting.stream().map(WaitingOrder::id).toList()));
    }

    private Map<UUID, String> categories(List<Purchase> purchases) throws SQLException {
        return new CategoryTable(connection)
                .of(purchases.stream()
                        .flatMap(purchase -> purchase.lines().stream())
                        .map(Purchase.Line::product)
                        .collect(toSet()));
    }

    private static boolean knows(Map<UUID, String> categories, Purchase purchase) {
        return purchase.lines().stream().allMatch(line -> categories.containsKey(line.product()));
    }

    private Gross gross(UUID order, Purchase purchase) {
        return new Gross(
                order,
                Math.min(Command.MAX_POINTS, programme.policy().earned(purchase).points()));
    }

    /** Rules are asked once; later versions of the same purchase keep the answer. */
    private void value(List<Changed> changed, Map<UUID, EarningOrder> orders) throws SQLException {
        List<EarningOrder> asked = changed.stream()
                .filter(Changed::otherPurchase)
                .flatMap(change -> Optional.ofNullable(orders.get(change.id())).stream())
                .toList();
        List<EarningOrder> buying = asked.stream()
                .filter(order -> programme.active()
                        && order.kind() == EarningOrder.Kind.SALE
                        && order.customer().isPresent())
                .toList();
        List<Buyer> buyers = new BuyerTable(connection)
                .find(buying.stream()
                        .map(order -> new BuyerTable.Ask(order.customer().orElseThrow(), order.time()))
                        .toList());
        boolean sorted = programme.policy().asksCategories();
        Map<UUID, String> categories =
                sorted ? categories(buying.stream().map(EarningOrder::purchase).toList()) : Map.of();
        List<Gross> grosses = new ArrayList<>();
        List<WaitingOrder> waiting = new ArrayList<>();
        asked.stream().filter(order -> !buying.contains(order)).forEach(order -> grosses.add(new Gross(order.id(), 0)));
        for (int i = 0; i < buying.size(); i++) {
            EarningOrder order = buying.get(i);
            Purchase purchase = order.purchase().by(buyers.get(i));
            grosses.add(gross(order.id(), purchase.sorted(categories)));
            if (sorted && !knows(categories, purchase)) {
                waiting.add(new WaitingOrder(order.id(), purchase));
            }
        }
        table.value(grosses);
        var waitingTable = new WaitingOrderTable(connection);
        waitingTable.forget(asked.stream().map(EarningOrder::id).toList());
        waitingTable.put(waiting);
    }
}

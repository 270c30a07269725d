package io.smartcrm.loyalty.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.earning.EarningPolicy;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.OrderPointsTable.Changed;
import io.smartcrm.loyalty.programme.OrderPointsTable.Granted;
import io.smartcrm.loyalty.programme.OrderPointsTable.Gross;
import io.smartcrm.loyalty.programme.OrderPointsTable.Sale;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Brings the points of orders to what the orders and their refunds are now: what is granted already and what should be are
 * compared, and the difference is posted. So it makes no difference how often and in which order events come. An order
 * whose products are not all known when a rule asks for their categories is valued again when they are.
 */
final class OrderPoints {
    private static final String ACTOR = "programme";

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
        bringToTarget(table.sales(affected));
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
        bringToTarget(table.sales(waiting.stream().map(WaitingOrder::id).toList()));
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

    private void bringToTarget(List<Sale> sales) throws SQLException {
        List<Posting> postings = new ArrayList<>();
        List<Granted> granted = new ArrayList<>();
        for (Sale sale : sales) {
            long target = sale.customer().isPresent()
                    ? EarningPolicy.kept(sale.gross(), sale.minorUnits(), sale.refunded())
                    : 0;
            boolean moved = sale.granted() > 0 && !sale.grantedTo().equals(sale.customer());
            if (moved) {
                sale.grantedTo().ifPresent(holder -> postings.add(takeAway(sale, holder)));
            }
            long difference = moved ? target : target - sale.granted();
            sale.customer()
                    .filter(customer -> difference != 0)
                    .ifPresent(customer -> postings.add(
                            difference > 0 ? earn(sale, customer, difference) : reverse(sale, customer, -difference)));
            if (moved || difference != 0) {
                granted.add(new Granted(sale.id(), target, sale.customer()));
            }
        }
        if (!granted.isEmpty()) {
            List<Outcome> outcomes = new PostingTables(connection, clock).post(postings);
            outcomes.forEach(outcome -> outcome.failure().ifPresent(refused -> {
                throw refused;
            }));
            table.grant(granted);
        }
        new TierReviewTable(connection, programme, clock.instant())
                .review(sales.stream().flatMap(sale -> sale.customer().stream()).collect(toSet()));
    }

    private Posting earn(Sale sale, UUID customer, long points) {
        Instant available = programme.terms().availableTime(sale.time());
        Instant expire = programme.terms().expireTime(available);
        return Posting.of(new Command.Earn(customer, sale.id(), points, available, expire, ACTOR));
    }

    private Posting reverse(Sale sale, UUID customer, long points) {
        return reverse(sale, customer, points, programme.terms().negativePolicy());
    }

    /** What was spent of points that another customer gets is owed, or it would be granted twice. */
    private Posting takeAway(Sale sale, UUID holder) {
        NegativePolicy policy = sale.customer().isPresent()
                ? NegativePolicy.OWE
                : programme.terms().negativePolicy();
        return reverse(sale, holder, sale.granted(), policy);
    }

    private static Posting reverse(Sale sale, UUID customer, long points, NegativePolicy policy) {
        return Posting.of(new Command.Reverse(customer, sale.id(), points, policy, ACTOR));
    }
}

package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.account.Outcome;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.earning.EarningPolicy;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.OrderPointsTable.Granted;
import io.smartcrm.loyalty.programme.OrderPointsTable.Sale;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Brings the points of orders to what they should be: what is granted already and what should be are compared, and the
 * difference is posted. So it makes no difference how often and in which order events come.
 */
final class OrderPostings {
    private static final String ACTOR = "programme";
    /** For which points can be spent at least that come to another customer. */
    private static final Duration MINIMUM_STAY = Duration.ofDays(30);

    private final Connection connection;
    private final Programme programme;
    private final Clock clock;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Granted> granted = new ArrayList<>();

    OrderPostings(Connection connection, Programme programme, Clock clock) {
        this.connection = connection;
        this.programme = programme;
        this.clock = clock;
    }

    void bringToTarget(List<Sale> sales) throws SQLException {
        Map<UUID, Long> expired = expired(sales.stream().filter(Sale::moved).toList());
        for (Sale sale : sales) {
            long target = sale.customer().isPresent()
                    ? EarningPolicy.kept(sale.gross(), sale.minorUnits(), sale.refunded())
                    : 0;
            if (sale.moved()) {
                move(sale, target, expired.getOrDefault(sale.id(), 0L));
            } else {
                change(sale, target);
            }
        }
        post(postings);
        new OrderPointsTable(connection).grant(granted);
        new TierReviewTable(connection, programme, clock.instant())
                .review(sales.stream().flatMap(sale -> sale.customer().stream()).collect(toSet()));
    }

    /** What is expired is nobody's any more; it is booked before, so that it is not taken for spent. */
    private Map<UUID, Long> expired(List<Sale> moved) throws SQLException {
        if (moved.isEmpty()) {
            return Map.of();
        }
        Set<UUID> holders =
                moved.stream().flatMap(sale -> sale.grantedTo().stream()).collect(toSet());
        post(holders.stream()
                .sorted()
                .map(holder -> Posting.of(new Command.Settle(holder)))
                .toList());
        return new ExpiredPoints(connection)
                .of(
                        moved.stream().map(Sale::id).toList(),
                        moved.stream()
                                .flatMap(sale -> Stream.concat(sale.grantedTo().stream(), sale.customer().stream()))
                                .collect(toSet()));
    }

    /** From one customer to another, or to nobody. */
    private void move(Sale sale, long target, long expired) {
        long taken = sale.granted() - expired;
        sale.grantedTo().filter(holder -> taken > 0).ifPresent(holder -> postings.add(takeAway(sale, holder, taken)));
        long given = target - expired;
        sale.customer().filter(customer -> given > 0).ifPresent(customer -> postings.add(earn(sale, customer, given)));
        granted.add(new Granted(sale.id(), target, sale.customer()));
    }

    private void change(Sale sale, long target) {
        long difference = target - sale.granted();
        if (difference == 0) {
            return;
        }
        sale.customer()
                .ifPresent(customer -> postings.add(
                        difference > 0
                                ? earn(sale, customer, difference)
                                : reverse(
                                        sale,
                                        customer,
                                        -difference,
                                        programme.terms().negativePolicy())));
        granted.add(new Granted(sale.id(), target, sale.customer()));
    }

    private void post(List<Posting> some) throws SQLException {
        List<Outcome> outcomes = new PostingTables(connection, clock).post(some);
        outcomes.forEach(outcome -> outcome.failure().ifPresent(refused -> {
            throw refused;
        }));
    }

    private Posting earn(Sale sale, UUID customer, long points) {
        Instant available = programme.terms().availableTime(sale.time());
        Instant expire = programme.terms().expireTime(available);
        Instant soonest = clock.instant().plus(MINIMUM_STAY);
        boolean late = sale.moved() && expire.isBefore(soonest);
        return Posting.of(new Command.Earn(customer, sale.id(), points, available, late ? soonest : expire, ACTOR));
    }

    /** What was spent of points that another customer gets is owed, or it would be granted twice. */
    private Posting takeAway(Sale sale, UUID holder, long points) {
        return reverse(
                sale,
                holder,
                points,
                sale.customer().isPresent()
                        ? NegativePolicy.OWE
                        : programme.terms().negativePolicy());
    }

    private static Posting reverse(Sale sale, UUID customer, long points, NegativePolicy policy) {
        return Posting.of(new Command.Reverse(customer, sale.id(), points, policy, ACTOR));
    }
}

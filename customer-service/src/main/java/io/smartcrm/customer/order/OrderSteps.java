package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings one order further: to another state, or back to the shop. Blocks: for worker threads. */
@ApplicationScoped
class OrderSteps {
    private final OrderUpserts upserts;
    private final Clock clock = Clock.systemUTC();

    OrderSteps(OrderUpserts upserts) {
        this.upserts = upserts;
    }

    /**
     * What is to be given back of a line.
     *
     * @param quantity empty: all that is left; zero: money but no goods
     * @param amount empty: the quantity's share
     */
    record Return(int lineNumber, Optional<BigDecimal> quantity, Optional<BigDecimal> amount) {}

    /** @param changeTime empty: now */
    Order changeState(
            Connection connection, VisibleTeams visible, OrderId id, OrderState state, Optional<Instant> changeTime)
            throws SQLException {
        Order order = lock(connection, visible, id);
        changeTime.filter(time -> time.isBefore(order.orderTime())).ifPresent(time -> {
            throw Failure.invalid("changeTime", time + " is before the order was placed, " + order.orderTime());
        });
        var book = open(connection, order);
        Order moved = book.moveTo(order, state);
        upserts.write(connection, book, changeTime.map(time -> time.truncatedTo(ChronoUnit.MICROS)));
        return moved;
    }

    List<OrderStateChange> history(Connection connection, VisibleTeams visible, OrderId id) throws SQLException {
        lock(connection, visible, id);
        return new StateHistory(connection).of(id);
    }

    /** @param returns none: all that is left of every line */
    Order refund(
            Connection connection,
            VisibleTeams visible,
            OrderId id,
            String number,
            Optional<Instant> refundTime,
            List<Return> returns)
            throws SQLException {
        Order sale = lock(connection, visible, id);
        var limit = RefundLimit.of(sale, open(connection, sale).refundsOf(sale, Optional.empty()));
        var told = new ToldOrder(
                number,
                OrderKind.REFUND,
                sale.customerId(),
                refundTime.orElse(clock.instant()),
                sale.country(),
                sale.total().currencyCode(),
                lines(limit, sale, returns),
                BigDecimal.ZERO,
                Optional.empty(),
                sale.terms().channel(),
                Optional.empty(),
                sale.number(),
                0);
        Upsert upsert =
                upserts.store(connection, VisibleTeams.ALL, List.of(told)).get(0);
        upsert.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        if (upsert.outcome() != Upsert.Outcome.CREATED) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "ORDER_NUMBER_TAKEN",
                    "another order has the number '" + number + "'; choose another one for the refund");
        }
        return upserts.find(connection, number.strip());
    }

    private static List<ToldLine> lines(RefundLimit limit, Order sale, List<Return> returns) {
        List<Return> wanted = returns.isEmpty()
                ? limit.lines().stream()
                        .filter(left ->
                                left.quantity().signum() > 0 || left.amount().signum() > 0)
                        .map(left -> new Return(left.line().lineNumber(), Optional.empty(), Optional.empty()))
                        .toList()
                : returns;
        if (wanted.isEmpty()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "REFUND_EXCEEDS_ORDER",
                    "nothing is left of order '" + sale.number() + "' to give back");
        }
        Set<Integer> numbers = new HashSet<>();
        List<ToldLine> lines = new ArrayList<>();
        for (Return part : wanted) {
            if (!numbers.add(part.lineNumber())) {
                throw Failure.invalid("lines.lineNumber", "line " + part.lineNumber() + " is named twice");
            }
            lines.add(line(limit.left(part.lineNumber()), part, sale.total().currencyCode()));
        }
        return lines;
    }

    /** Quantity, price and tax in proportion; the discount is what then brings it to the amount. */
    private static ToldLine line(RefundLimit.Left left, Return part, String currency) {
        OrderLine sold = left.line();
        BigDecimal quantity = part.quantity().orElse(left.quantity());
        BigDecimal amount = part.amount().orElseGet(() -> share(left, quantity, currency));
        if (quantity.signum() < 0) {
            throw Failure.invalid("lines.quantity", quantity.toPlainString() + " is negative");
        }
        if (amount.signum() < 0) {
            throw Failure.invalid("lines.amount", amount.toPlainString() + " is negative");
        }
        BigDecimal tax = sold.amount().signum() == 0
                ? BigDecimal.ZERO
                : round(sold.tax().multiply(amount).divide(sold.amount(), 10, RoundingMode.HALF_EVEN), currency);
        BigDecimal discount =
                amount.subtract(quantity.multiply(sold.unitPrice())).subtract(tax);
        return new ToldLine(
                Optional.of(sold.productId()),
                "",
                quantity.negate(),
                sold.unitPrice(),
                discount,
                tax.negate(),
                sold.lineNumber());
    }

    private static BigDecimal share(RefundLimit.Left left, BigDecimal quantity, String currency) {
        if (quantity.compareTo(left.quantity()) == 0) {
            return left.amount();
        }
        OrderLine sold = left.line();
        return round(sold.amount().multiply(quantity).divide(sold.quantity(), 10, RoundingMode.HALF_EVEN), currency);
    }

    private static BigDecimal round(BigDecimal amount, String currency) {
        return amount.setScale(Money.fractionDigits(currency), RoundingMode.HALF_EVEN);
    }

    private static Order lock(Connection connection, VisibleTeams visible, OrderId id) throws SQLException {
        List<StoredOrder> found = new OrderTable(connection).lockById(List.of(id.value()));
        if (found.isEmpty()) {
            throw Failure.notFound("order", id.toString());
        }
        Order order = found.get(0).order();
        Optional<UUID> customer = order.customerId();
        if (customer.isPresent() && !visible.equals(VisibleTeams.ALL)) {
            CustomerScope.check(connection, visible, customer.get());
        }
        return order;
    }

    private static OrderBook open(Connection connection, Order order) throws SQLException {
        var table = new OrderTable(connection);
        Set<String> number = Set.of(order.number());
        return OrderUpserts.open(table, Map.copyOf(table.lockByNumber(number)), number);
    }
}

package io.smartcrm.customer.order;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The orders that a set of told ones concerns, decided one after another in memory, then written at once. */
final class OrderBook {
    private final Map<String, StoredOrder> before;
    private final Map<String, StoredOrder> current;
    private final Map<String, StoredOrder> changed = new LinkedHashMap<>();
    private final Map<UUID, Long> repeated = new HashMap<>();

    /**
     * @param before the orders told, those that they give back, and what was given back of all of these, by number
     */
    OrderBook(Map<String, StoredOrder> before) {
        this.before = Map.copyOf(before);
        this.current = new HashMap<>(before);
    }

    /**
     * @param products of the lines, in their order
     * @throws Failure when the order cannot be so
     */
    Upsert tell(ToldOrder told, List<UUID> products) {
        StoredOrder stored = current.get(told.number());
        if (stored == null) {
            Order order = order(told, products, new OrderId(TimeOrderedId.next()), Optional.empty(), 1);
            put(StoredOrder.of(order, told.refundOf()));
            return Upsert.done(Upsert.Outcome.CREATED, order);
        }
        Order known = stored.order();
        long version = known.terms().sourceVersion();
        if (told.sourceVersion() < version) {
            return Upsert.done(Upsert.Outcome.OUTDATED, known);
        }
        Order next = order(told, products, known.id(), Optional.of(stored), known.version() + 1);
        if (next.sameAs(known) && stored.refundOf().equals(told.refundOf())) {
            if (told.sourceVersion() > version) {
                repeated.put(known.id().value(), told.sourceVersion());
            }
            return Upsert.done(Upsert.Outcome.UNCHANGED, known);
        }
        if (told.sourceVersion() > 0 && told.sourceVersion() == version) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "ORDER_VERSION_REUSED",
                    "version " + version + " of order '" + told.number()
                            + "' was told before and was another; a correction needs a higher version");
        }
        put(StoredOrder.of(next, told.refundOf()));
        return Upsert.done(Upsert.Outcome.CORRECTED, next);
    }

    private Order order(ToldOrder told, List<UUID> products, OrderId id, Optional<StoredOrder> known, long version) {
        OrderState state = state(told, known);
        Optional<OrderId> refunded = Optional.ofNullable(current.get(told.refundOf()))
                .map(sale -> sale.order().id());
        Order order = told.toOrder(id, products, state, refunded, version);
        if (order.kind() == OrderKind.SALE) {
            RefundLimit.of(order, refundsOf(order, Optional.empty()));
        } else if (refunded.isPresent()) {
            Order sale = Optional.ofNullable(current.get(told.refundOf()))
                    .map(StoredOrder::order)
                    .orElseThrow();
            RefundLimit.of(sale, refundsOf(sale, Optional.of(order)));
        }
        return order;
    }

    /** A source that still tells an earlier state than we know is late, not wrong. */
    private static OrderState state(ToldOrder told, Optional<StoredOrder> known) {
        OrderState now = known.map(stored -> stored.order().terms().state()).orElse(OrderState.PLACED);
        OrderState next = told.state().orElse(now);
        if (now.leadsTo(next)) {
            return next;
        }
        if (next.leadsTo(now)) {
            return now;
        }
        throw impossible(told.number(), now, next);
    }

    /** @throws Failure UNPROCESSABLE when the order cannot come to the state, or what was given back forbids it */
    Order moveTo(Order order, OrderState next) {
        OrderState now = order.terms().state();
        if (now == next) {
            return order;
        }
        if (order.kind() != OrderKind.SALE) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "NOT_A_SALE",
                    "order '" + order.number() + "' is a " + order.kind() + "; only sales have states");
        }
        if (!now.next().contains(next)) {
            throw impossible(order.number(), now, next);
        }
        Order moved =
                order.with(order.terms().in(next), order.customerId(), order.refundedOrder(), order.version() + 1);
        if (!moved.counts() && !refundsOf(moved, Optional.empty()).isEmpty()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "ORDER_HAS_REFUNDS",
                    "order '" + order.number() + "' cannot be cancelled: some of it was given back already");
        }
        put(Optional.ofNullable(current.get(order.number())).orElseThrow().with(moved));
        return moved;
    }

    private static Failure impossible(String number, OrderState now, OrderState next) {
        return new Failure(
                Failure.Kind.UNPROCESSABLE,
                "ORDER_STATE_IMPOSSIBLE",
                "order '" + number + "' is " + now + " and cannot become " + next + "; next may be " + now.next());
    }

    /** All that was given back of a sale, with one refund as it is about to be. */
    List<Order> refundsOf(Order sale, Optional<Order> coming) {
        List<Order> refunds = new ArrayList<>();
        for (StoredOrder stored : current.values()) {
            Order refund = stored.order();
            boolean replaced = coming.filter(order -> order.number().equals(refund.number()))
                    .isPresent();
            if (refund.kind() == OrderKind.REFUND && !replaced && givesBack(stored, sale)) {
                refunds.add(refund);
            }
        }
        coming.ifPresent(refunds::add);
        return refunds;
    }

    private static boolean givesBack(StoredOrder refund, Order sale) {
        return refund.order()
                .refundedOrder()
                .map(sale.id()::equals)
                .orElse(refund.refundOf().equals(sale.number()));
    }

    private void put(StoredOrder next) {
        current.put(next.order().number(), next);
        changed.put(next.order().number(), next);
        if (next.order().kind() == OrderKind.SALE) {
            linkWaiting(next.order());
        }
    }

    /** Refunds that came before the order they give back. */
    private void linkWaiting(Order sale) {
        List<StoredOrder> waiting = current.values().stream()
                .filter(stored -> stored.order().kind() == OrderKind.REFUND)
                .filter(stored -> stored.order().refundedOrder().isEmpty())
                .filter(stored -> stored.refundOf().equals(sale.number()))
                .toList();
        for (StoredOrder refund : waiting) {
            boolean fresh = changed.containsKey(refund.order().number());
            StoredOrder linked = fresh ? refund.withRefunded(sale.id()) : refund.refunding(sale.id());
            current.put(linked.order().number(), linked);
            changed.put(linked.order().number(), linked);
        }
    }

    /** As it was before all this; empty for a new order. */
    Optional<StoredOrder> before(String number) {
        return Optional.ofNullable(before.get(number));
    }

    StoredOrder now(String number) {
        return Optional.ofNullable(current.get(number)).orElseThrow();
    }

    Collection<StoredOrder> changed() {
        return changed.values();
    }

    /** Orders whose source told the same again under a later version. */
    Map<UUID, Long> repeated() {
        return repeated;
    }
}

package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state of an order and since when it is in it. */
record OrderStateChange(OrderId order, OrderState state, Instant changeTime) {
    OrderStateChange {
        requireNonNull(order, "order is null");
        requireNonNull(state, "state is null");
        requireNonNull(changeTime, "changeTime is null");
    }

    /** What became known of a sale's states. */
    static List<OrderStateChange> between(Optional<Order> before, Order after, Instant time) {
        List<OrderStateChange> changes = new ArrayList<>();
        if (after.kind() != OrderKind.SALE) {
            return changes;
        }
        if (before.isEmpty()) {
            changes.add(new OrderStateChange(after.id(), OrderState.PLACED, after.orderTime()));
        }
        OrderState known = before.map(order -> order.terms().state()).orElse(OrderState.PLACED);
        if (known != after.terms().state()) {
            changes.add(new OrderStateChange(after.id(), after.terms().state(), time));
        }
        return changes;
    }
}

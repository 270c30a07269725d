package io.smartcrm.customer.order;

import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.AdjustmentBooked;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderPlaced;
import io.smartcrm.proto.customer.v1.RefundIssued;
import io.smartcrm.wire.Topics;
import java.util.UUID;

/** What the rest of the suite learns about orders: each as it is now, with all lines. */
final class OrderEvents {
    private OrderEvents() {}

    /** Told as an adjustment of nothing, so that who sums up orders sums up none. */
    static OutboxEvent gone(Order order) {
        var nothing = io.smartcrm.proto.customer.v1.Order.newBuilder()
                .setId(order.id().toString())
                .setNumber(order.number())
                .setKind(io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_ADJUSTMENT)
                .setOrderTime(OrderGrpc.message(order).getOrderTime())
                .setTotal(io.smartcrm.proto.type.v1.Money.newBuilder()
                        .setCurrencyCode(order.total().currencyCode()))
                .setVersion(order.version() + 1);
        var fact = AdjustmentBooked.newBuilder().setOrder(nothing).build();
        return OutboxEvent.of(
                Topics.ORDERS,
                key(order),
                fact,
                OrderEvent.newBuilder().setAdjustmentBooked(fact).build());
    }

    private static String key(Order order) {
        return order.customerId().map(UUID::toString).orElse(order.id().toString());
    }

    static OutboxEvent of(Order order) {
        String key = key(order);
        var message = OrderGrpc.message(order);
        if (!order.counts()) {
            return adjustment(key, message);
        }
        return switch (order.kind()) {
            case SALE -> {
                var fact = OrderPlaced.newBuilder().setOrder(message).build();
                yield OutboxEvent.of(
                        Topics.ORDERS,
                        key,
                        fact,
                        OrderEvent.newBuilder().setOrderPlaced(fact).build());
            }
            case REFUND -> {
                var fact = RefundIssued.newBuilder().setOrder(message).build();
                yield OutboxEvent.of(
                        Topics.ORDERS,
                        key,
                        fact,
                        OrderEvent.newBuilder().setRefundIssued(fact).build());
            }
            case ADJUSTMENT -> adjustment(key, message);
        };
    }

    /** Of a cancelled sale too: readers of the topic take back what they counted of it. */
    private static OutboxEvent adjustment(String key, io.smartcrm.proto.customer.v1.Order message) {
        var fact = AdjustmentBooked.newBuilder().setOrder(message).build();
        return OutboxEvent.of(
                Topics.ORDERS,
                key,
                fact,
                OrderEvent.newBuilder().setAdjustmentBooked(fact).build());
    }
}

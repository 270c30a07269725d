package io.smartcrm.loyalty.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Order facts by default: a sale of EUR 10.00, version 1. */
final class OrderFactFixtures {
    static final Instant NOON = Instant.parse("2011-06-01T12:00:00Z");

    private OrderFactFixtures() {}

    static OrderFact sale(UUID customer) {
        return new OrderFact(
                UUID.randomUUID(), 1, Optional.of(customer), OrderFact.Kind.SALE, NOON, "EUR", 1000, Optional.empty());
    }

    static OrderFact refund(UUID customer, long minorUnits) {
        return new OrderFact(
                UUID.randomUUID(),
                1,
                Optional.of(customer),
                OrderFact.Kind.REFUND,
                NOON,
                "EUR",
                minorUnits,
                Optional.empty());
    }

    static OrderFact refunding(OrderFact refund, UUID order) {
        return new OrderFact(
                refund.orderId(),
                refund.version(),
                refund.customerId(),
                refund.kind(),
                refund.orderTime(),
                refund.currencyCode(),
                refund.minorUnits(),
                Optional.of(order));
    }

    static OrderFact corrected(OrderFact fact) {
        return new OrderFact(
                fact.orderId(),
                fact.version() + 1,
                fact.customerId(),
                fact.kind(),
                fact.orderTime(),
                fact.currencyCode(),
                fact.minorUnits(),
                fact.refundedOrderId());
    }

    static OrderFact withCustomer(OrderFact fact, Optional<UUID> customer) {
        return new OrderFact(
                fact.orderId(),
                fact.version(),
                customer,
                fact.kind(),
                fact.orderTime(),
                fact.currencyCode(),
                fact.minorUnits(),
                fact.refundedOrderId());
    }

    static OrderFact withKind(OrderFact fact, OrderFact.Kind kind) {
        return new OrderFact(
                fact.orderId(),
                fact.version(),
                fact.customerId(),
                kind,
                fact.orderTime(),
                fact.currencyCode(),
                fact.minorUnits(),
                fact.refundedOrderId());
    }

    static OrderFact withTime(OrderFact fact, Instant time) {
        return new OrderFact(
                fact.orderId(),
                fact.version(),
                fact.customerId(),
                fact.kind(),
                time,
                fact.currencyCode(),
                fact.minorUnits(),
                fact.refundedOrderId());
    }

    static OrderFact withMoney(OrderFact fact, String currencyCode, long minorUnits) {
        return new OrderFact(
                fact.orderId(),
                fact.version(),
                fact.customerId(),
                fact.kind(),
                fact.orderTime(),
                currencyCode,
                minorUnits,
                fact.refundedOrderId());
    }
}

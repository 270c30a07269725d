package io.smartcrm.loyalty.occasion;

import io.smartcrm.loyalty.activity.FurtherOrderEvents;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Notes what customers bought and gave back. */
@ApplicationScoped
class OrderOccasionEvents implements FurtherOrderEvents {
    @Override
    public void apply(Connection connection, List<ReceivedEvent<OrderEvent>> events, Set<String> erased)
            throws SQLException {
        List<Occasion> occasions = events.stream()
                .flatMap(event -> event.message().stream())
                .flatMap(OrderOccasionEvents::occasion)
                .filter(occasion -> !erased.contains(occasion.customer().toString()))
                .toList();
        new OccasionTable(connection).note(occasions, Clock.systemUTC().instant());
    }

    private static Stream<Occasion> occasion(OrderEvent event) {
        return switch (event.getEventCase()) {
            case ORDER_PLACED ->
                occasion(Trigger.Kind.ORDER_PLACED, event.getOrderPlaced().getOrder());
            case REFUND_ISSUED ->
                occasion(Trigger.Kind.REFUND_ISSUED, event.getRefundIssued().getOrder());
            case ADJUSTMENT_BOOKED, EVENT_NOT_SET -> Stream.empty();
        };
    }

    private static Stream<Occasion> occasion(Trigger.Kind kind, Order order) {
        if (order.getCustomerId().isEmpty()) {
            return Stream.empty();
        }
        Instant time = Instant.ofEpochSecond(
                order.getOrderTime().getSeconds(), order.getOrderTime().getNanos());
        return Stream.of(Occasion.of(kind, UUID.fromString(order.getCustomerId()), "order/" + order.getId(), time)
                .worth(Math.abs(order.getTotal().getMinorUnits())));
    }
}

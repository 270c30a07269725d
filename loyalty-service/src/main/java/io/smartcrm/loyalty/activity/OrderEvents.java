package io.smartcrm.loyalty.activity;

import com.google.protobuf.Timestamp;
import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what customers bought, gave back or had corrected. */
@ApplicationScoped
class OrderEvents {
    private final Inbox inbox;
    private final List<FurtherOrderEvents> followers;

    OrderEvents(Inbox inbox, @All List<FurtherOrderEvents> followers) {
        this.inbox = inbox;
        this.followers = followers;
    }

    @Incoming("orders")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, OrderEvent.parser(), this::project);
    }

    private void project(Connection connection, List<ReceivedEvent<OrderEvent>> events) throws SQLException {
        List<OrderFact> told = events.stream().map(OrderEvents::fact).toList();
        Set<String> erased = ErasedCustomers.among(
                connection,
                told.stream()
                        .flatMap(fact -> fact.customerId().stream())
                        .map(UUID::toString)
                        .collect(Collectors.toSet()));
        List<OrderFact> facts = told.stream()
                .map(fact -> fact.customerId()
                                .map(UUID::toString)
                                .filter(erased::contains)
                                .isPresent()
                        ? fact.ofNobody()
                        : fact)
                .toList();
        Instant latest = events.stream()
                .map(event -> event.headers().time())
                .max(Instant::compareTo)
                .orElseThrow();
        new ActivityTables(connection).apply(facts, latest);
        for (FurtherOrderEvents follower : followers) {
            follower.apply(connection, events, erased);
        }
    }

    /** What cannot be understood is refused, not skipped: it waits in the dead letters for a version that can. */
    private static OrderFact fact(ReceivedEvent<OrderEvent> received) {
        OrderEvent event = received.message()
                .orElseThrow(() -> new IllegalArgumentException("orders are never erased by a tombstone"));
        return switch (event.getEventCase()) {
            case ORDER_PLACED ->
                fact(OrderFact.Kind.SALE, event.getOrderPlaced().getOrder());
            case REFUND_ISSUED ->
                fact(OrderFact.Kind.REFUND, event.getRefundIssued().getOrder());
            case ADJUSTMENT_BOOKED ->
                fact(OrderFact.Kind.ADJUSTMENT, event.getAdjustmentBooked().getOrder());
            case EVENT_NOT_SET ->
                throw new IllegalArgumentException(
                        "event type '" + received.headers().type() + "' is not known");
        };
    }

    private static OrderFact fact(OrderFact.Kind kind, Order order) {
        if (!order.hasOrderTime()) {
            throw new IllegalArgumentException("order '" + order.getId() + "' has no time");
        }
        Timestamp time = order.getOrderTime();
        return new OrderFact(
                UUID.fromString(order.getId()),
                order.getVersion(),
                id(order.getCustomerId()),
                kind,
                Instant.ofEpochSecond(time.getSeconds(), time.getNanos()),
                order.getTotal().getCurrencyCode(),
                order.getTotal().getMinorUnits(),
                id(order.getRefundedOrderId()));
    }

    private static Optional<UUID> id(String text) {
        return Optional.of(text).filter(id -> !id.isEmpty()).map(UUID::fromString);
    }
}

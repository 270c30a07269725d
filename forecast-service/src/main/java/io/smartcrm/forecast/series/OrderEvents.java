package io.smartcrm.forecast.series;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what was sold, given back or corrected. */
@ApplicationScoped
class OrderEvents {
    private final Inbox inbox;

    OrderEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("orders")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, OrderEvent.parser(), OrderEvents::project);
    }

    private static void project(Connection connection, List<ReceivedEvent<OrderEvent>> events) throws SQLException {
        Collection<OrderFact> facts =
                OrderFact.latestVersions(events.stream().map(OrderEvents::fact).toList());
        Set<String> erased = ErasedCustomers.among(
                connection, facts.stream().map(OrderFact::customerId).collect(Collectors.toSet()));
        List<OrderFact> known = facts.stream()
                .map(fact -> erased.contains(fact.customerId()) ? fact.ofGuest() : fact)
                .toList();
        new SeriesTables(connection).applyOrders(known, ReceivedTimes.latest(events));
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
        LocalDate day = Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return new OrderFact(
                UUID.fromString(order.getId()),
                order.getVersion(),
                kind,
                day,
                order.getCustomerId(),
                order.getCountry(),
                order.getChannel(),
                quantities(order));
    }

    private static SortedMap<UUID, BigDecimal> quantities(Order order) {
        SortedMap<UUID, BigDecimal> quantities = new TreeMap<>();
        for (OrderLine line : order.getLinesList()) {
            if (!line.getProductId().isEmpty()) {
                quantities.merge(
                        UUID.fromString(line.getProductId()), OrderFact.quantity(line.getQuantity()), BigDecimal::add);
            }
        }
        return quantities;
    }
}

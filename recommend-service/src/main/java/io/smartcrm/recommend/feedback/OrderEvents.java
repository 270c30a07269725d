package io.smartcrm.recommend.feedback;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps purchases as the order events say: sales, refunds and their corrections. */
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

    static void project(Connection connection, List<ReceivedEvent<OrderEvent>> events) throws SQLException {
        Map<String, Purchase> newest = new TreeMap<>();
        Instant eventTime = Instant.MIN;
        for (ReceivedEvent<OrderEvent> event : events) {
            Optional<Purchase> purchase = event.message().flatMap(OrderEvents::purchase);
            purchase.ifPresent(version -> newest.merge(version.orderId(), version, Purchase::newer));
            Instant time = event.headers().time();
            eventTime = time.isAfter(eventTime) ? time : eventTime;
        }
        Set<String> erased = ErasedCustomers.among(
                connection,
                newest.values().stream()
                        .flatMap(purchase -> purchase.customerId().stream())
                        .collect(Collectors.toSet()));
        int changed = PurchaseTable.put(
                connection,
                newest.values().stream()
                        .map(purchase ->
                                purchase.customerId().filter(erased::contains).isPresent()
                                        ? purchase.ofNobody()
                                        : purchase)
                        .toList());
        if (changed > 0) {
            FeedbackState.advance(connection, eventTime);
        }
    }

    private static Optional<Purchase> purchase(OrderEvent event) {
        return switch (event.getEventCase()) {
            case ORDER_PLACED -> Optional.of(purchase(event.getOrderPlaced().getOrder(), true));
            case REFUND_ISSUED -> Optional.of(purchase(event.getRefundIssued().getOrder(), true));
            // Still kept: an adjustment may correct what was taken for a sale.
            case ADJUSTMENT_BOOKED ->
                Optional.of(purchase(event.getAdjustmentBooked().getOrder(), false));
            // An event of a later version of the contract, which does not concern us.
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Purchase purchase(Order order, boolean goodsMoved) {
        if (order.getId().isEmpty() || !order.hasOrderTime()) {
            throw new IllegalArgumentException("an order without id or time");
        }
        return new Purchase(
                order.getId(),
                order.getVersion(),
                Optional.of(order.getCustomerId()).filter(id -> !id.isEmpty()),
                Instant.ofEpochSecond(
                        order.getOrderTime().getSeconds(), order.getOrderTime().getNanos()),
                goodsMoved
                        ? order.getLinesList().stream().map(OrderEvents::line).toList()
                        : List.of());
    }

    private static Purchase.Line line(OrderLine line) {
        return new Purchase.Line(line.getProductId(), new BigDecimal(line.getQuantity()).doubleValue());
    }
}

package io.smartcrm.loyalty;

import com.google.protobuf.Timestamp;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.proto.customer.v1.AdjustmentBooked;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerChanged;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderPlaced;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductChanged;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.RefundIssued;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes order events as customer-service does. */
public final class OrderTopic implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A sale of EUR 10.00, version 1. */
    public static Order.Builder sale(String customerId, Instant time) {
        return order(OrderKind.ORDER_KIND_SALE, customerId, time, 1000);
    }

    public static Order.Builder refund(String customerId, Instant time, long minorUnits) {
        return order(OrderKind.ORDER_KIND_REFUND, customerId, time, minorUnits);
    }

    private static Order.Builder order(OrderKind kind, String customerId, Instant time, long minorUnits) {
        return Order.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setKind(kind)
                .setCustomerId(customerId)
                .setOrderTime(Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
                .setTotal(euros(minorUnits))
                .setVersion(1);
    }

    public static Money euros(long cents) {
        return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(cents).build();
    }

    public void publish(Order.Builder order) throws ExecutionException, InterruptedException {
        publish(UUID.randomUUID(), order);
    }

    /** @param eventId the same again makes a duplicate */
    public void publish(UUID eventId, Order.Builder order) throws ExecutionException, InterruptedException {
        send(record(eventId, order.build()));
    }

    /** As customer-service tells what a product is. */
    public void publish(Product.Builder product) throws ExecutionException, InterruptedException {
        var event = ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder().setProduct(product))
                .build();
        publish(Topics.PRODUCTS, product.getId(), "smartcrm.customer.v1.ProductEvent", event.toByteArray());
    }

    /** As customer-service tells who a customer is. */
    public void publish(Customer.Builder customer) throws ExecutionException, InterruptedException {
        var event = CustomerEvent.newBuilder()
                .setCustomerChanged(CustomerChanged.newBuilder().setCustomer(customer))
                .build();
        publish(Topics.CUSTOMERS, customer.getId(), "smartcrm.customer.v1.CustomerEvent", event.toByteArray());
    }

    private void publish(String topic, String key, String type, byte[] event)
            throws ExecutionException, InterruptedException {
        var message = new ProducerRecord<>(topic, key, event);
        headers(UUID.randomUUID(), type).writeTo(message.headers());
        send(message);
    }

    public void send(ProducerRecord<String, byte[]> message) throws ExecutionException, InterruptedException {
        producer.send(message).get();
    }

    private static ProducerRecord<String, byte[]> record(UUID eventId, Order order) {
        String key = order.getCustomerId().isEmpty() ? order.getId() : order.getCustomerId();
        var message = new ProducerRecord<>(Topics.ORDERS, key, event(order).toByteArray());
        headers(eventId, "smartcrm.customer.v1.OrderEvent").writeTo(message.headers());
        return message;
    }

    private static EventHeaders headers(UUID eventId, String type) {
        return new EventHeaders(
                eventId, "/customer-service", type, Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
    }

    private static OrderEvent event(Order order) {
        return switch (order.getKind()) {
            case ORDER_KIND_SALE ->
                OrderEvent.newBuilder()
                        .setOrderPlaced(OrderPlaced.newBuilder().setOrder(order))
                        .build();
            case ORDER_KIND_REFUND ->
                OrderEvent.newBuilder()
                        .setRefundIssued(RefundIssued.newBuilder().setOrder(order))
                        .build();
            case ORDER_KIND_ADJUSTMENT ->
                OrderEvent.newBuilder()
                        .setAdjustmentBooked(AdjustmentBooked.newBuilder().setOrder(order))
                        .build();
            case ORDER_KIND_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("an order needs a kind");
        };
    }

    @Override
    public void close() {
        producer.close();
    }
}

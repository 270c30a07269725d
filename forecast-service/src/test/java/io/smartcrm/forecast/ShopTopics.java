package io.smartcrm.forecast;

import com.google.protobuf.Message;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Stands in for customer-service on Kafka. */
public final class ShopTopics implements AutoCloseable {
    private static final Instant TIME = Instant.parse("2026-03-31T12:00:00Z");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    public void send(OrderEvent event) {
        send(UUID.randomUUID(), event);
    }

    public void send(UUID eventId, OrderEvent event) {
        send(eventId, Topics.ORDERS, "customer", bytes(event));
    }

    public void send(UUID product, ProductEvent event) {
        send(UUID.randomUUID(), Topics.PRODUCTS, product.toString(), bytes(event));
    }

    public void send(String customer, SegmentEvent event) {
        send(UUID.randomUUID(), Topics.SEGMENTS, customer, bytes(event));
    }

    public void sendTombstone(UUID product) {
        send(UUID.randomUUID(), Topics.PRODUCTS, product.toString(), null);
    }

    public void sendNonsense() {
        send(UUID.randomUUID(), Topics.ORDERS, "customer", new byte[] {1, 2, 3});
    }

    private void send(UUID eventId, String topic, String key, byte @Nullable [] value) {
        var sent = new ProducerRecord<>(topic, key, value);
        new EventHeaders(eventId, "/customer-service", "test", TIME, Optional.empty()).writeTo(sent.headers());
        try {
            producer.send(sent).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the test's broker did not take an event", failed);
        }
    }

    private static byte[] bytes(Message message) {
        return message.toByteArray();
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.smartcrm.recommend;

import com.google.protobuf.Message;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on Kafka as customer-service does. */
public final class SentEvents implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<Future<RecordMetadata>> pending = new ArrayList<>();

    public void send(String topic, String key, Message message) {
        send(topic, key, TimeOrderedId.next(), message.toByteArray());
    }

    public void send(String topic, String key, UUID id, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        new EventHeaders(id, "/customer-service", "test", Instant.parse("2026-03-01T12:00:00Z"), Optional.empty())
                .writeTo(record.headers());
        pending.add(producer.send(record));
    }

    /** Waits until the broker has them all. */
    @Override
    public void close() {
        producer.close();
        for (Future<RecordMetadata> sent : pending) {
            try {
                sent.get();
            } catch (ExecutionException | InterruptedException lost) {
                throw new IllegalStateException("an event was not sent", lost);
            }
        }
    }
}

package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.smartcrm.wire.EventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events so that those of one key arrive in the order they were sent. */
final class EventPublisher implements AutoCloseable {
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final String source;
    private final List<Future<?>> pending = new ArrayList<>();

    EventPublisher(String brokers, String source) {
        this.source = source;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        // Idempotence keeps the order of a partition over retries.
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072,
                        // The only compression without native code; its fastest level is most of its gain.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        120_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(OutboxEvent event, Instant time) {
        byte[] payload = event.payload().map(ByteString::toByteArray).orElse(null);
        var kafkaRecord = new ProducerRecord<>(event.topic(), event.key(), payload);
        new EventHeaders(event.id(), source, event.type(), time, event.traceParent()).writeTo(kafkaRecord.headers());
        event.deadLetterReason()
                .ifPresent(reason -> kafkaRecord.headers().add("dead_letter_reason", reason.getBytes(UTF_8)));
        pending.add(producer.send(kafkaRecord));
    }

    void awaitAcknowledgements() throws InterruptedException, ExecutionException {
        producer.flush();
        for (Future<?> sent : pending) {
            sent.get();
        }
        pending.clear();
    }

    /** Waits for what is being sent, also on a thread that was told to stop: a producer cannot close on such a one. */
    @Override
    public void close() {
        boolean stopped = Thread.interrupted();
        try {
            producer.close(CLOSE_DEADLINE);
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.smartcrm.outbox;

import com.google.protobuf.Int64Value;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Numbered events of a few keys: number n belongs to key n modulo the number of keys. */
final class Facts {
    private Facts() {}

    static OutboxEvent fact(long number, int keys) {
        var message = Int64Value.of(number);
        return OutboxEvent.of(Ground.FACTS, "key-" + number % keys, message, message);
    }

    /** Appends a range of facts in one transaction. */
    static void append(Ground ground, int from, int to, int keys) throws SQLException {
        try (var connection = ground.database().getConnection()) {
            connection.setAutoCommit(false);
            new Outbox()
                    .append(
                            connection,
                            IntStream.range(from, to)
                                    .mapToObj(number -> fact(number, keys))
                                    .toList());
            connection.commit();
        }
    }

    static long number(ConsumerRecord<String, byte[]> received) {
        try {
            return Int64Value.parseFrom(received.value()).getValue();
        } catch (InvalidProtocolBufferException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** All records of a topic from its start; it is read on with every look. */
    static final class Reader implements AutoCloseable {
        private final KafkaConsumer<String, byte[]> consumer;
        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

        Reader(Ground ground, String topic) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            ground.brokers(),
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            10_000),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        List<ConsumerRecord<String, byte[]>> look() {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return records;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}

package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalKafkaTest {
    private static final TopicPartition PARTITION = new TopicPartition("smartcrm.customer.order.v1", 3);

    private final ServerFiles files = ServerFiles.of(Checkout.found());
    private DataFolder folder;

    @BeforeEach
    void newFolder() {
        folder = DataFolder.temporary();
    }

    @AfterEach
    void forgetFolder() {
        folder.delete();
    }

    @Test
    void topicsAndRecordsAreThereAgainAfterAStopAndAfterAKill() throws Exception {
        // Given
        try (LocalKafka kafka = LocalKafka.kept(folder, files, Ports.free(), Ports.free())) {
            send(kafka);
        }
        try (LocalKafka kafka = LocalKafka.kept(folder, files, Ports.free(), Ports.free())) {
            send(kafka);
            kafka.process().kill();
        }

        // When
        try (LocalKafka again = LocalKafka.kept(folder, files, Ports.free(), Ports.free());
                Admin admin = Admin.create(Map.of("bootstrap.servers", again.bootstrapServers()))) {
            // Then
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(
                            TopicFile.topics().stream().map(Topic::name).toList());
            assertThat(partitionsOf(admin, PARTITION.topic())).isEqualTo(12);
            assertThat(endOffset(admin)).isEqualTo(2);
        }
    }

    private static int partitionsOf(Admin admin, String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private static long endOffset(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private static void send(LocalKafka kafka) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            byte[] value = {1, 2, 3};
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), value, value))
                    .get();
        }
    }
}

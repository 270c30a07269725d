package io.smartcrm.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.local.TopicFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TestResourcesTest {
    private static final String TOPIC = "smartcrm.customer.order.v1";

    @Test
    void eachStartOfPostgresGivesAnotherDatabaseOfTheSameServerOwnedByItsRole() throws Exception {
        // Given
        Map<String, String> first = new PostgresTestResource().start();

        // When
        Map<String, String> second = new PostgresTestResource().start();

        // Then
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        assertThat(server(second)).isEqualTo(server(first));
        assertThat(ask(second, "SELECT current_setting('is_superuser') || current_setting('fsync')"))
                .isEqualTo("offoff");
    }

    @Test
    void theRoleOfOneDatabaseMayNotEnterAnother() {
        // Given
        Map<String, String> mine = new PostgresTestResource().start();
        Map<String, String> theirs = new PostgresTestResource().start();

        // When, Then
        assertThatThrownBy(() -> DriverManager.getConnection(
                        theirs.get("quarkus.datasource.jdbc.url"),
                        mine.get("quarkus.datasource.username"),
                        mine.get("quarkus.datasource.password")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void eachStartOfKafkaGivesEmptyTopicsOfTheTopicFileAndThoseOfTheTest() throws Exception {
        // Given
        KafkaTestResource resource = new KafkaTestResource();
        resource.init(Map.of("topics", "mine, yours"));
        resource.start();
        send(KafkaTestResource.bootstrapServers());

        // When
        resource.start();

        // Then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaTestResource.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("mine", "yours")
                    .containsAll(TopicFile.topics().stream()
                            .map(topic -> topic.name())
                            .toList());
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            assertThat(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset())
                    .isZero();
        }
    }

    private static void send(String bootstrapServers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = "a record".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(TOPIC, 0, value, value)).get();
        }
    }

    private static String server(Map<String, String> config) {
        String url = config.getOrDefault("quarkus.datasource.reactive.url", "");
        return url.substring(0, url.lastIndexOf('/'));
    }

    private static String ask(Map<String, String> config, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}

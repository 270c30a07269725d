package io.smartcrm.outbox;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.proto.ops.v1.TopicProgress;
import io.smartcrm.wire.Failure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many records of each topic this service's group has yet to apply, and how many events it has yet to publish. */
@ApplicationScoped
class ConsumerLag {
    private static final int DEADLINE_SECONDS = 5;
    private static final String WAITING = "select count(*) from (select from outbox limit 1000000) waiting";

    private final AgroalDataSource database;
    private final ReadProgress progress;
    private final String group;
    private final List<String> topics;
    private final Admin admin;

    ConsumerLag(
            AgroalDataSource database,
            ReadProgress progress,
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String group,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.database = database;
        this.progress = progress;
        this.group = group;
        this.topics = incomingTopics(config);
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                        Duration.ofSeconds(DEADLINE_SECONDS).toMillis()));
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** Blocks for at most a few seconds. */
    List<TopicProgress> measure() {
        try {
            List<TopicProgress> measured = new ArrayList<>();
            measured.add(TopicProgress.newBuilder()
                    .setTopic("outbox")
                    .setGroup(group)
                    .setLagRecords(waitingInOutbox())
                    .build());
            Map<String, Long> lags = topics.isEmpty() ? Map.of() : consumerLags();
            topics.forEach(topic -> measured.add(progressOf(topic, lags.getOrDefault(topic, 0L))));
            return measured;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Kind.UNAVAILABLE, "STOPPING", "the service is stopping; ask again");
        } catch (ExecutionException | TimeoutException | SQLException unknown) {
            var failure = new Failure(
                    Failure.Kind.UNAVAILABLE, "LAG_UNKNOWN", "lag could not be measured: " + unknown.getMessage());
            failure.initCause(unknown);
            throw failure;
        }
    }

    private TopicProgress progressOf(String topic, long lag) {
        var topicProgress =
                TopicProgress.newBuilder().setTopic(topic).setGroup(group).setLagRecords(lag);
        if (lag > 0) {
            progress.lastApplied(topic)
                    .ifPresent(last -> topicProgress.setLagSeconds(
                            Duration.between(last, Instant.now()).toMillis() / 1000.0));
        }
        return topicProgress.build();
    }

    private long waitingInOutbox() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Map<String, Long> consumerLags() throws InterruptedException, ExecutionException, TimeoutException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        for (var topic : admin.describeTopics(topics)
                .allTopicNames()
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        latest.keySet().stream()
                .filter(partition -> committed.get(partition) == null)
                .forEach(partition -> first.put(partition, OffsetSpec.earliest()));
        var ends = offsets(latest);
        var starts = offsets(first);
        Map<String, Long> lags = new HashMap<>();
        ends.forEach((partition, end) -> {
            var read = committed.get(partition);
            long start = read == null ? starts.getOrDefault(partition, 0L) : read.offset();
            lags.merge(partition.topic(), Math.max(0, end - start), Long::sum);
        });
        return lags;
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static List<String> incomingTopics(Config config) {
        var found = new TreeSet<String>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("mp.messaging.incoming.") && name.endsWith(".topic")) {
                found.add(config.getValue(name, String.class));
            }
        }
        return List.copyOf(found);
    }
}

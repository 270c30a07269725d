package io.smartcrm.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smartcrm.local.KafkaTopics;
import io.smartcrm.local.Topic;
import io.smartcrm.local.TopicFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives the service under test a Kafka broker that holds the topics of {@code topics.yaml} and nothing else, all empty.
 * All tests of a JVM share one broker; each start of this resource empties it. Topics that only a test knows are named by
 * {@code @ResourceArg(name = "topics", value = "one,two")}. A topic has at most 3 partitions: enough to mix the keys.
 */
public final class KafkaTestResource implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 3;

    private final List<Topic> topics = new ArrayList<>(
            TopicFile.topics().stream().map(KafkaTestResource::small).toList());

    @Override
    public void init(Map<String, String> arguments) {
        for (String name : arguments.getOrDefault("topics", "").split(",", -1)) {
            if (!name.isBlank()) {
                topics.add(new Topic(name.trim(), PARTITIONS, 1, Map.of()));
            }
        }
    }

    @Override
    public Map<String, String> start() {
        try (KafkaTopics onBroker = new KafkaTopics(bootstrapServers())) {
            onBroker.recreate(topics);
        }
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    private static Topic small(Topic topic) {
        return new Topic(topic.name(), Math.min(PARTITIONS, topic.partitions()), topic.replicas(), topic.config());
    }

    /** The address of the broker, for producers and consumers of the test itself. */
    public static String bootstrapServers() {
        return TestKafka.bootstrapServers();
    }

    /** Leaves the broker to the end of the JVM. */
    @Override
    public void stop() {}
}

package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A Kafka topic as {@code deploy/base/topics.yaml} describes it.
 *
 * @param replicas how many brokers should hold each partition where there are that many
 * @param config Kafka's own topic settings, such as {@code cleanup.policy}
 */
public record Topic(String name, int partitions, int replicas, Map<String, String> config) {
    public Topic {
        requireNonNull(name, "name is null");
        config = Map.copyOf(config);
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException("topic " + name + " has " + partitions + " partitions and " + replicas
                    + " replicas; each must be at least 1");
        }
    }
}

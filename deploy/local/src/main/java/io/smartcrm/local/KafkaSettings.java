package io.smartcrm.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The server.properties of a broker that is its own controller and the only one. */
final class KafkaSettings {
    private static final Map<String, String> ONE_OF_EACH = Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "offsets.topic.num.partitions", "3",
            "transaction.state.log.num.partitions", "3",
            "share.coordinator.state.topic.num.partitions", "3");

    private KafkaSettings() {}

    static Properties of(int port, int controllerPort, Path data) {
        Properties settings = new Properties();
        settings.putAll(ONE_OF_EACH);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + address(controllerPort));
        settings.put("listeners", "PLAINTEXT://" + address(port) + ",CONTROLLER://" + address(controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://" + address(port));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        // A topic that topics.yaml does not know must fail here as it does in Kubernetes.
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.retention.minutes", "525600");
        settings.put("log.cleaner.dedupe.buffer.size", "10485760");
        settings.put("log.segment.bytes", "67108864");
        settings.put("message.max.bytes", "8388608");
        return settings;
    }

    static String address(int port) {
        return Ports.HOST + ":" + port;
    }

    static Path store(Properties settings, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }
}

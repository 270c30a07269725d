package io.smartcrm.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker inside this JVM, whose data is thrown away: for tests. It starts without topics. */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String PART = "Kafka";

    private final DataFolder folder;
    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(DataFolder folder, int port, KafkaRaftServer server) {
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    /** Starts a broker on free ports. */
    public static EmbeddedKafka start() {
        DataFolder folder = DataFolder.temporary();
        int port = Ports.free();
        Path data = folder.data("kafka");
        Properties settings = KafkaSettings.of(port, Ports.free(), data);
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        format(settings, folder.root().resolve("server.properties"));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(folder, port, server);
    }

    private static void format(Properties settings, Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            Files.createDirectories(Path.of(settings.getProperty("log.dirs")));
            KafkaSettings.store(settings, file);
            String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            if (StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8)) != 0) {
                throw new PartFailure(PART, "cannot format its storage:\n" + output.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return KafkaSettings.address(port);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        folder.delete();
    }
}

package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** A Kafka broker in a process of its own, with the topics of the topic file and data that stays. */
public final class LocalKafka implements RunningPart {
    public static final String PART = "Kafka";
    private static final String FORMAT = "kafka-4";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 500;

    /** A broker that copies bytes needs no peak speed: the first compiler is enough and takes less memory. */
    private static final List<String> FLAGS = List.of(
            "-Xms96m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.apache.logging.log4j.level=WARN");

    private final DataFolder folder;
    private final ServerFiles files;
    private final int port;
    private final PartProcess process;

    private LocalKafka(DataFolder folder, ServerFiles files, int port, int controllerPort) {
        this.folder = requireNonNull(folder, "folder is null");
        this.files = requireNonNull(files, "files is null");
        this.port = port;
        Ports.requireFree(PART, port);
        Ports.requireFree(PART, controllerPort);
        Path settings = folder.root().resolve("kafka.properties");
        dataIn(folder).prepare(target -> format(target, settings, controllerPort));
        write(settings, controllerPort);
        this.process = run("kafka.Kafka", settings.toString());
    }

    /**
     * Starts the broker and creates those topics of the topic file that it does not have yet.
     *
     * @throws PartFailure if a port is taken, the folder is not usable or the broker does not answer in time
     */
    public static LocalKafka kept(DataFolder folder, ServerFiles files, int port, int controllerPort) {
        LocalKafka kafka = new LocalKafka(folder, files, port, controllerPort);
        boolean ready = false;
        try {
            kafka.process.awaitReady(kafka::listens, DEADLINE);
            kafka.createTopics();
            ready = true;
            return kafka;
        } finally {
            if (!ready) {
                kafka.close();
            }
        }
    }

    private void format(Path target, Path settings, int controllerPort) throws IOException {
        Files.createDirectories(target);
        write(settings, controllerPort);
        List<String> arguments = List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString());
        PartProcess.run(
                PART,
                JavaProgram.mainClass(FLAGS, files.kafka(), "kafka.tools.StorageTool", arguments),
                Map.of(),
                folder.root(),
                folder.log("kafka-format"),
                DEADLINE);
    }

    private void write(Path settings, int controllerPort) {
        try {
            KafkaSettings.store(KafkaSettings.of(port, controllerPort, data().resolve("log")), settings);
        } catch (IOException e) {
            throw new PartFailure(PART, "cannot write " + settings + " (" + e.getMessage() + ")", e);
        }
    }

    private PartProcess run(String mainClass, String argument) {
        return PartProcess.start(
                PART,
                JavaProgram.mainClass(FLAGS, files.kafka(), mainClass, List.of(argument)),
                Map.of(),
                folder.root(),
                folder.log("kafka"),
                PartProcess.StopSignal.TERM);
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), port), CONNECT_MILLIS);
            return true;
        }
    }

    private void createTopics() {
        try (KafkaTopics topics = new KafkaTopics(bootstrapServers())) {
            topics.create(TopicFile.topics());
        }
    }

    public String bootstrapServers() {
        return KafkaSettings.address(port);
    }

    @Override
    public PartProcess process() {
        return process;
    }

    /** @throws PartFailure if the data that the folder holds cannot be used */
    public static void requireUsable(DataFolder folder) {
        dataIn(folder).requireUsable();
    }

    private static PartFolder dataIn(DataFolder folder) {
        return new PartFolder(PART, folder.data("kafka"), FORMAT);
    }

    private Path data() {
        return dataIn(folder).path();
    }

    /** Writes what is in memory to disk and stops. */
    @Override
    public void close() {
        process.close();
    }
}

package io.smartcrm.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Secrets;
import io.smartcrm.local.suite.LocalSuite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Words that occur nowhere by themselves: where they turn up, personal data has leaked. */
final class Canary {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> DATABASES = List.of("customer", "forecast", "recommend", "loyalty");

    private final List<String> words;

    /** @param words letters and digits, in lower case */
    Canary(String... words) {
        List<String> forms = new ArrayList<>();
        for (String word : words) {
            forms.add(word);
            // As bytea is written in dumps and logs.
            forms.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
        }
        this.words = List.copyOf(forms);
    }

    boolean singsIn(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }

    /** Topics with a record, key or header that holds one. */
    Set<String> topics(LocalSuite suite) {
        Set<String> found = new TreeSet<>();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:" + suite.ports().kafka(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (singsIn(all(record))) {
                        found.add(record.topic());
                    }
                }
            }
        }
        return found;
    }

    /** Tables of the services' databases with a row that holds one, as a dump would write it. */
    Set<String> tables(LocalSuite suite, Path folder) throws SQLException {
        Set<String> found = new TreeSet<>();
        String password = Secrets.in(DataFolder.forTest(folder)).of("postgres");
        for (String database : DATABASES) {
            String url = "jdbc:postgresql://127.0.0.1:" + suite.ports().postgres() + "/" + database;
            try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
                for (String table : tables(connection)) {
                    if (singsIn(connection, table)) {
                        found.add(database + "." + table);
                    }
                }
            }
        }
        return found;
    }

    /** Files below a folder that hold one. */
    Set<String> files(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (singsIn(Files.readAllBytes(file))) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private boolean singsIn(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select told::text from " + table + " told")) {
            while (rows.next()) {
                if (singsIn(rows.getString(1).getBytes(UTF_8))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select format('%I', relname) from pg_class where relkind in ('r', 'p') and relnamespace ="
                                + " 'public'::regnamespace")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static byte[] all(ConsumerRecord<byte[], byte[]> record) {
        var all = new ByteArrayOutputStream();
        Stream.of(record.key(), record.value()).filter(part -> part != null).forEach(all::writeBytes);
        record.headers().forEach(header -> {
            if (header.value() != null) {
                all.writeBytes(header.value());
            }
        });
        return all.toByteArray();
    }
}

package io.smartcrm.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.local.testing.PostgresTestResource;
import io.smartcrm.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** What a service stands on: an empty database with the tables of outbox and inbox, and a broker with a topic of facts. */
final class Ground implements AutoCloseable {
    static final String GROUP = "test-service";
    static final String FACTS = "test.facts.v1";
    static final String DEAD_FACTS = Topics.deadLetters(FACTS, GROUP);

    private final AgroalDataSource database;
    private final String brokers;

    Ground() {
        var kafka = new KafkaTestResource();
        kafka.init(Map.of("topics", FACTS + "," + DEAD_FACTS));
        kafka.start();
        brokers = KafkaTestResource.bootstrapServers();
        var postgres = new PostgresTestResource().start();
        try {
            database = AgroalDataSource.from(new AgroalPropertiesReader()
                    .readProperties(Map.of(
                            AgroalPropertiesReader.JDBC_URL,
                            postgres.get("quarkus.datasource.jdbc.url") + "?logServerErrorDetail=false",
                            AgroalPropertiesReader.PRINCIPAL,
                            postgres.get("quarkus.datasource.username"),
                            AgroalPropertiesReader.CREDENTIAL,
                            postgres.get("quarkus.datasource.password"),
                            AgroalPropertiesReader.MAX_SIZE,
                            "8",
                            // As Quarkus has it: a connection that broke does not come back into the pool.
                            AgroalPropertiesReader.EXCEPTION_SORTER,
                            PostgreSQLExceptionSorter.class.getName()))
                    .get());
            execute(tables());
        } catch (SQLException failed) {
            throw new IllegalStateException("the tables cannot be made", failed);
        }
    }

    AgroalDataSource database() {
        return database;
    }

    String brokers() {
        return brokers;
    }

    OutboxRelay relay() {
        return new OutboxRelay(database, new Config(), new SimpleMeterRegistry(), GROUP, brokers);
    }

    Inbox inbox() {
        return new Inbox(database, new Outbox(), new ReadProgress(), new Config(), new SimpleMeterRegistry(), GROUP);
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static String tables() {
        return migration("V0_1__outbox.sql") + migration("V0_2__outbox_payload.sql");
    }

    private static String migration(String name) {
        try (InputStream file = Outbox.class.getResourceAsStream("/db/outbox/" + name)) {
            if (file == null) {
                throw new IllegalStateException("migration " + name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As in production, but less patient. */
    private record Config() implements OutboxConfig {
        @Override
        public int batchSize() {
            return 5_000;
        }

        @Override
        public Duration idlePause() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration failurePause() {
            return Duration.ofMillis(50);
        }

        @Override
        public boolean relayEnabled() {
            return true;
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(14);
        }
    }
}

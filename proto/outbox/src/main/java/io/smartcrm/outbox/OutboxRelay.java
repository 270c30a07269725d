package io.smartcrm.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes the outbox of a database in its order. Of all replicas one holds the advisory lock and publishes; the others
 * wait for it. A row is deleted after the broker acknowledged it, so a crash sends it twice rather than never.
 */
@ApplicationScoped
public class OutboxRelay implements Runnable {
    private final AgroalDataSource database;
    private final OutboxConfig config;
    private final String source;
    private final String brokers;
    private final Counter published;
    private final ServiceThread thread;

    OutboxRelay(
            AgroalDataSource database,
            OutboxConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.database = database;
        this.config = config;
        this.source = "/" + application;
        this.brokers = brokers;
        this.published = meters.counter("smartcrm.outbox.published");
        this.thread =
                new ServiceThread("outbox-relay", "Events wait in the outbox", config.failurePause(), this::publish);
    }

    void start(@Observes StartupEvent event) {
        if (config.relayEnabled()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
    }

    @Override
    public void run() {
        thread.run();
    }

    private void publish() throws SQLException, InterruptedException, ExecutionException {
        try (var publisher = new EventPublisher(brokers, source);
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var table = new OutboxTable(connection);
            while (!thread.isStopping()) {
                int count = table.tryLock() ? table.drain(config.batchSize(), publisher) : 0;
                connection.commit();
                published.increment(count);
                if (count == 0) {
                    thread.pause(config.idlePause());
                }
            }
        }
    }
}

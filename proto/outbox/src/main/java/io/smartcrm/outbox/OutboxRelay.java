package io.smartcrm.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox of a database in its order. Of all replicas one holds the advisory lock and publishes; the others
 * wait for it. A row is deleted after the broker acknowledged it, so a crash sends it twice rather than never.
 */
@ApplicationScoped
public class OutboxRelay implements Runnable {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final OutboxConfig config;
    private final String source;
    private final String brokers;
    private final Counter published;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

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
    }

    void start(@Observes StartupEvent event) {
        if (config.relayEnabled()) {
            var relay = new Thread(this, "outbox-relay");
            relay.setDaemon(true);
            thread = relay;
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread relay = thread;
        if (relay != null) {
            relay.interrupt();
            relay.join(STOP_DEADLINE.toMillis());
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (var publisher = new EventPublisher(brokers, source)) {
                publish(publisher);
            } catch (SQLException | ExecutionException | RuntimeException failed) {
                // Whatever it is: a relay that ended would keep all events back and nobody would see.
                if (!stopping) {
                    Log.warnf(failed, "Events wait in the outbox; next attempt in %s", config.failurePause());
                    pause(config.failurePause());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void publish(EventPublisher publisher) throws SQLException, InterruptedException, ExecutionException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var table = new OutboxTable(connection);
            while (!stopping) {
                int count = table.tryLock() ? table.drain(config.batchSize(), publisher) : 0;
                connection.commit();
                published.increment(count);
                if (count == 0) {
                    pause(config.idlePause());
                }
            }
        }
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}

package io.smartcrm.customer.touch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.outbox.ServiceThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Works the queue of changes off, beside the requests; of all replicas one at a time. */
@ApplicationScoped
class TouchedCustomers {
    private final AgroalDataSource database;
    private final List<CustomerFollower> followers;
    private final TouchConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ServiceThread thread;

    TouchedCustomers(AgroalDataSource database, @All List<CustomerFollower> followers, TouchConfig config) {
        this.database = database;
        this.followers = List.copyOf(followers);
        this.config = config;
        this.thread = new ServiceThread(
                "customer-follower", "Changes of customers wait", config.failurePause(), this::follow);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
    }

    private void follow() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                while (!thread.isStopping()) {
                    long start = System.nanoTime();
                    boolean worked = round(connection);
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    thread.pause(worked && took.compareTo(config.idlePause()) > 0 ? took : config.idlePause());
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Whether there was something to do. */
    private boolean round(Connection connection) throws SQLException {
        var queue = new TouchedTable(connection);
        boolean worked = false;
        if (queue.tryLock()) {
            Optional<Changes> changes = queue.take(config.batchSize());
            if (changes.isPresent()) {
                worked = true;
                for (CustomerFollower follower : followers) {
                    follower.follow(connection, changes.get(), clock.instant());
                }
            }
        }
        connection.commit();
        for (CustomerFollower follower : followers) {
            worked |= queue.tryLock() && follower.work(connection, clock.instant());
            connection.commit();
        }
        return worked;
    }
}

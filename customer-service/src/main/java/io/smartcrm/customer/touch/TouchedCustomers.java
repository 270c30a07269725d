package io.smartcrm.customer.touch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works the queue of changes off, beside the requests; of all replicas one at a time. */
@ApplicationScoped
class TouchedCustomers implements Runnable {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final List<CustomerFollower> followers;
    private final TouchConfig config;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    TouchedCustomers(AgroalDataSource database, @All List<CustomerFollower> followers, TouchConfig config) {
        this.database = database;
        this.followers = List.copyOf(followers);
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            var follower = new Thread(this, "customer-follower");
            follower.setDaemon(true);
            thread = follower;
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread follower = thread;
        if (follower != null) {
            follower.interrupt();
            follower.join(STOP_DEADLINE.toMillis());
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                follow(connection);
            } catch (SQLException | RuntimeException failed) {
                // Whatever it is: a follower that ended would leave everything behind and nobody would see.
                if (!stopping) {
                    Log.warnf(failed, "Changes of customers wait; next attempt in %s", config.failurePause());
                    pause(config.failurePause());
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        try {
            while (!stopping) {
                long start = System.nanoTime();
                boolean worked = round(connection);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                pause(worked && took.compareTo(config.idlePause()) > 0 ? took : config.idlePause());
            }
        } finally {
            connection.rollback();
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

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}

package io.smartcrm.customer.interaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.ServiceThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Gives what visitors and unknown users did to the customers they turned out to be, and tells the others. A recording
 * that began before a visitor was linked may still store interactions without the customer; so a join first waits for all
 * recordings under way, once, and those that come later see the link.
 */
@ApplicationScoped
class Joins {
    private static final Duration KEEP_UP_INTERVAL = Duration.ofHours(1);
    private static final int PEOPLE_AT_ONCE = 1_000;

    private final AgroalDataSource database;
    private final Partitions partitions;
    private final Outbox outbox;
    private final InteractionConfig config;
    private final Semaphore calls = new Semaphore(0);
    private final ServiceThread thread;
    private Instant kept = Instant.EPOCH;
    private UUID lastLooked = new UUID(0, 0);

    Joins(AgroalDataSource database, Partitions partitions, Outbox outbox, InteractionConfig config) {
        this.database = database;
        this.partitions = partitions;
        this.outbox = outbox;
        this.config = config;
        this.thread =
                new ServiceThread("interaction-joins", "Visitors wait to be joined", config.joinInterval(), this::work);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
    }

    /** Tells that somebody was identified. */
    void call() {
        calls.release();
    }

    private void work() throws SQLException, InterruptedException {
        keepUp();
        joinAll();
        if (calls.tryAcquire(config.joinInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    private void keepUp() throws SQLException {
        Instant now = Instant.now();
        if (now.isAfter(kept.plus(KEEP_UP_INTERVAL))) {
            partitions.keepUp(config.messageRetention());
            kept = now;
        }
    }

    private void joinAll() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lookForUsers(connection);
                for (JoinTable.Of of : JoinTable.Of.values()) {
                    while (!thread.isStopping() && join(connection, new JoinTable(connection, of))) {
                        Log.debugf("More to join of %s", of);
                    }
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** All unknown users in turn, a lot each time. */
    private void lookForUsers(Connection connection) throws SQLException {
        List<UUID> looked = new JoinTable(connection, JoinTable.Of.USERS).lookForUsers(lastLooked, config.joinLimit());
        connection.commit();
        lastLooked = looked.size() < config.joinLimit() ? new UUID(0, 0) : looked.get(looked.size() - 1);
    }

    /** Answers whether more may wait. */
    private boolean join(Connection connection, JoinTable table) throws SQLException {
        List<JoinTable.Link> links = table.waiting(PEOPLE_AT_ONCE);
        if (links.isEmpty()) {
            return false;
        }
        JoinTable.awaitRecordings(connection);
        connection.commit();
        List<Interaction> joined;
        do {
            joined = table.join(links, config.joinLimit());
            outbox.append(connection, InteractionEvents.recorded(joined));
            connection.commit();
        } while (!joined.isEmpty() && !thread.isStopping());
        if (joined.isEmpty()) {
            table.markJoined(links);
            connection.commit();
        }
        return links.size() == PEOPLE_AT_ONCE;
    }
}

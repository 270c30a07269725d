package io.smartcrm.customer.exporting;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs exports that wait, and begins those again that a crash left running. Who works at an export holds its lock in the
 * database for as long as the connection lives, so that no two do, in all replicas.
 */
@ApplicationScoped
class ExportWorkers {
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 1))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 1))";
    private static final int CANDIDATES = 50;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final ExportRun run;
    private final ExportFolder folder;
    private final ExportConfig config;
    private final Vault vault;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore calls = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ExportWorkers(AgroalDataSource database, ExportRun run, ExportFolder folder, ExportConfig config, Vault vault) {
        this.database = database;
        this.run = run;
        this.folder = folder;
        this.config = config;
        this.vault = vault;
    }

    void onStart(@Observes StartupEvent event) {
        for (int i = 1; i <= config.parallel(); i++) {
            var worker = new Thread(this::work, "export-worker-" + i);
            worker.setDaemon(true);
            threads.add(worker);
            worker.start();
        }
    }

    /** Exports that run begin again after the next start. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        calls.release(threads.size());
        for (Thread worker : threads) {
            worker.join(STOP_DEADLINE.toMillis());
        }
    }

    /** Tells the workers that an export waits. */
    void call() {
        calls.release();
    }

    private void work() {
        while (!stopping) {
            try {
                if (!workOnce()) {
                    awaitCall();
                }
            } catch (SQLException failed) {
                Log.warnf(failed, "Exports wait for the database; next attempt in %s", config.pollInterval());
                awaitCall();
            }
        }
    }

    private boolean workOnce() throws SQLException {
        try (Connection connection = database.getConnection()) {
            new ExportTable(connection, vault).expire(clock.instant()).forEach(folder::delete);
            Optional<Export> claimed = claim(connection);
            if (claimed.isEmpty()) {
                return false;
            }
            try {
                run(connection, claimed.get());
            } finally {
                ask(connection, UNLOCK, claimed.get().id());
            }
            return true;
        }
    }

    private void run(Connection connection, Export job) throws SQLException {
        Log.infof("Export %s of %s runs", job.id(), job.list());
        try {
            run.run(connection, job, () -> stopping);
        } catch (RuntimeException defect) {
            Log.errorf(defect, "Export %s met a defect", job.id());
            run.giveUp(connection, job);
        }
    }

    private Optional<Export> claim(Connection connection) throws SQLException {
        var table = new ExportTable(connection, vault);
        for (Export candidate : table.open(CANDIDATES)) {
            if (ask(connection, TRY_LOCK, candidate.id())) {
                Optional<Export> started = table.start(candidate.id(), clock.instant());
                if (started.isPresent()) {
                    return started;
                }
                ask(connection, UNLOCK, candidate.id());
            }
        }
        return Optional.empty();
    }

    private static boolean ask(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void awaitCall() {
        try {
            boolean called = calls.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            if (called) {
                Log.trace("An export waits");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}

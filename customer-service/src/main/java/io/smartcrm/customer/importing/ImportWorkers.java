package io.smartcrm.customer.importing;

import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Runs imports that wait, and goes on with those that a crash left running. Who works at an import holds its lock in the
 * database for as long as the connection lives, so that no two do, in all replicas.
 */
@ApplicationScoped
class ImportWorkers {
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";
    private static final int CANDIDATES = 50;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final ImportFolder folder;
    private final ImportRun run;
    private final ImportConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore calls = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ImportWorkers(AgroalDataSource database, ImportFolder folder, ImportRun run, ImportConfig config) {
        this.database = database;
        this.folder = folder;
        this.run = run;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        sweep();
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        stopping = false;
        for (int i = 1; i <= config.parallel(); i++) {
            var worker = new Thread(this::work, "import-worker-" + i);
            worker.setDaemon(true);
            threads.add(worker);
            worker.start();
        }
    }

    /** Lets running imports commit the batch they are at; they go on after the next start. */
    synchronized void stop() throws InterruptedException {
        stopping = true;
        calls.release(threads.size());
        for (Thread worker : threads) {
            worker.join(STOP_DEADLINE.toMillis());
        }
        threads.clear();
    }

    /** Tells the workers that an import waits. */
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
                Log.warnf(failed, "Imports wait for the database; next attempt in %s", config.pollInterval());
                awaitCall();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean workOnce() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Import> claimed = claim(connection);
            connection.commit();
            if (claimed.isEmpty()) {
                return false;
            }
            int prepareThreshold = BatchStore.planEachTime(connection);
            try {
                run(connection, claimed.get());
            } finally {
                connection.unwrap(PGConnection.class).setPrepareThreshold(prepareThreshold);
                unlock(connection, claimed.get().id());
            }
            return true;
        }
    }

    private void run(Connection connection, Import job) throws SQLException, InterruptedException {
        Log.infof("Import %s runs from row %d", job.id(), job.progress().readRows());
        try {
            var turn = new Turn(connection, clock.instant().plus(config.turn()));
            run.run(connection, job, () -> stopping || turn.over());
        } catch (SQLException failed) {
            if (SqlState.passes(failed)) {
                throw failed;
            }
            Log.errorf(failed, "Import %s cannot be stored", job.id());
            run.giveUp(connection, job);
        } catch (RuntimeException defect) {
            Log.errorf(defect, "Import %s met a defect", job.id());
            run.giveUp(connection, job);
        }
    }

    /** A worker's time at one import; it goes on longer when nobody else waits. */
    private final class Turn {
        private final Connection connection;
        private Instant end;

        Turn(Connection connection, Instant end) {
            this.connection = connection;
            this.end = end;
        }

        boolean over() {
            if (clock.instant().isBefore(end)) {
                return false;
            }
            end = clock.instant().plus(config.turn());
            try {
                boolean othersWait = new ImportTable(connection).openCount() > config.parallel();
                connection.commit();
                return othersWait;
            } catch (SQLException gone) {
                Log.debugf(gone, "The turn of an import ends with its connection");
                return true;
            }
        }
    }

    private Optional<Import> claim(Connection connection) throws SQLException {
        var table = new ImportTable(connection);
        for (Import candidate : table.open(CANDIDATES)) {
            if (ask(connection, TRY_LOCK, candidate.id())) {
                Optional<Import> started = table.start(candidate.id(), clock.instant());
                if (started.isPresent()) {
                    return started;
                }
                ask(connection, UNLOCK, candidate.id());
            }
        }
        return Optional.empty();
    }

    private static void unlock(Connection connection, ImportId id) {
        try {
            connection.rollback();
            ask(connection, UNLOCK, id);
            connection.commit();
        } catch (SQLException gone) {
            Log.debugf(gone, "The lock of import %s went with its connection", id);
        }
    }

    private static boolean ask(Connection connection, String sql, ImportId id) throws SQLException {
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
                Log.trace("An import waits");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void sweep() {
        try (Connection connection = database.getConnection()) {
            var open = new ImportTable(connection)
                    .open(Integer.MAX_VALUE).stream()
                            .map(job -> job.id().toString())
                            .collect(toSet());
            folder.sweep(open::contains);
        } catch (SQLException | IOException failed) {
            Log.warnf(failed, "Left-over files of imports were not looked for");
        }
    }
}

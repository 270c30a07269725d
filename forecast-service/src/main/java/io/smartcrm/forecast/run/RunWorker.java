package io.smartcrm.forecast.run;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.forecast.pool.ForecastPool;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Works at runs, one at a time, and goes on with the one that a crash left. Who works at a run holds its lock in the database
 * for as long as the connection lives, so that no two do, in all replicas.
 */
@ApplicationScoped
class RunWorker {
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";
    private static final int CANDIDATES = 20;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final ForecastPool pool;
    private final RunConfig config;
    private final Clock clock;
    private final NightlyRun nightly;
    private final Semaphore calls = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    RunWorker(AgroalDataSource database, ForecastPool pool, RunConfig config, Clock clock, NightlyRun nightly) {
        this.database = database;
        this.pool = pool;
        this.config = config;
        this.clock = clock;
        this.nightly = nightly;
    }

    synchronized void start(@Observes StartupEvent event) {
        var worker = new Thread(this::work, "forecast-runs");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    /** Lets the run store the portion it is at; it goes on after the next start. */
    synchronized void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        calls.release();
        if (thread != null) {
            thread.join(STOP_DEADLINE.toMillis());
        }
    }

    /** Tells the worker that a run waits. */
    void call() {
        calls.release();
    }

    private void work() {
        while (!stopping) {
            try {
                nightly.startIfDue();
                if (!workOnce()) {
                    awaitCall();
                }
            } catch (SQLException failed) {
                Log.warnf(failed, "Forecast runs wait for the database; next attempt in %s", config.pollInterval());
                awaitCall();
            } catch (RuntimeException defect) {
                Log.errorf(
                        defect,
                        "Forecast runs wait for what is not understood; next attempt in %s",
                        config.pollInterval());
                awaitCall();
            }
        }
    }

    private boolean workOnce() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<ForecastRun> claimed = claim(connection);
                connection.commit();
                if (claimed.isPresent()) {
                    try {
                        run(connection, claimed.get());
                    } finally {
                        unlock(connection, claimed.get().id());
                    }
                }
                return claimed.isPresent();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void run(Connection connection, ForecastRun run) throws SQLException {
        Log.infof("Forecast run %s is at work", run.id());
        try {
            RunState state = new RunWork(connection, pool, clock, () -> stopping).work(run);
            if (state.ended()) {
                end(connection, run, state, "");
            }
        } catch (Failure refused) {
            connection.rollback();
            end(connection, run, RunState.FAILED, String.valueOf(refused.getMessage()));
        } catch (RuntimeException defect) {
            Log.errorf(defect, "Forecast run %s met a defect", run.id());
            connection.rollback();
            end(
                    connection,
                    run,
                    RunState.FAILED,
                    "something went wrong on our side; it has been logged with run " + run.id());
        }
    }

    private void end(Connection connection, ForecastRun run, RunState state, String failure) throws SQLException {
        var runs = new RunTable(connection);
        runs.end(run.id(), state, failure, clock.instant());
        runs.dropResultsBefore(config.kept());
        connection.commit();
        Log.infof("Forecast run %s ended: %s", run.id(), state);
    }

    private static Optional<ForecastRun> claim(Connection connection) throws SQLException {
        for (ForecastRun candidate : new RunTable(connection).open(CANDIDATES)) {
            if (ask(connection, TRY_LOCK, candidate.id())) {
                Optional<ForecastRun> now = new RunTable(connection).find(candidate.id());
                if (now.isPresent() && !now.get().state().ended()) {
                    return now;
                }
                ask(connection, UNLOCK, candidate.id());
            }
        }
        return Optional.empty();
    }

    /** The connection goes back to its pool and would take the lock along. */
    private static void unlock(Connection connection, UUID id) throws SQLException {
        connection.rollback();
        ask(connection, UNLOCK, id);
        connection.commit();
    }

    private static boolean ask(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, RunWork.lockName(id));
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void awaitCall() {
        try {
            if (calls.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                Log.trace("A forecast run waits");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}

package io.smartcrm.customer.job;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs that wait, one at a time, and goes on with the one that a crash left running. Who works at a job holds
 * its lock in the database for as long as the connection lives, so that no two do, in all replicas.
 */
@ApplicationScoped
class JobWorkers {
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";
    private static final int CANDIDATES = 20;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final List<JobRunner> runners;
    private final JobConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore calls = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    JobWorkers(AgroalDataSource database, @All List<JobRunner> runners, JobConfig config) {
        this.database = database;
        this.runners = runners;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        stopping = false;
        var worker = new Thread(this::work, "job-worker");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    /** Lets the running job commit the batch it is at; it goes on after the next start. */
    synchronized void stop() throws InterruptedException {
        stopping = true;
        calls.release();
        if (thread != null) {
            thread.join(STOP_DEADLINE.toMillis());
        }
    }

    /** Tells the worker that a job waits. */
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
                Log.warnf(failed, "Jobs wait for the database; next attempt in %s", config.pollInterval());
                awaitCall();
            }
        }
    }

    private boolean workOnce() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Job> claimed = claim(connection);
            connection.commit();
            if (claimed.isEmpty()) {
                return false;
            }
            try {
                run(connection, claimed.get());
            } finally {
                unlock(connection, claimed.get().id());
            }
            return true;
        }
    }

    private void run(Connection connection, Job job) throws SQLException {
        Log.infof("Job %s (%s) runs", job.id(), job.kind());
        var run = new JobRun(connection, job, () -> stopping);
        try {
            if (!run.cancelled()) {
                runner(job.kind()).run(run);
            }
            if (run.cancelled()) {
                end(connection, job, JobState.CANCELLED, "");
            } else if (!stopping) {
                end(connection, job, JobState.SUCCEEDED, "");
            }
        } catch (SQLException failed) {
            if (passes(failed)) {
                throw failed;
            }
            giveUp(connection, job, failed);
        } catch (Failure refused) {
            end(connection, job, JobState.FAILED, String.valueOf(refused.getMessage()));
        } catch (RuntimeException defect) {
            giveUp(connection, job, defect);
        }
    }

    /** Whether the same may succeed later: connection, resources, operator, a transaction that came first. */
    private static boolean passes(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || state.matches("(08|53|57|58).*|40001|40P01");
    }

    private JobRunner runner(JobKind kind) {
        return runners.stream()
                .filter(runner -> runner.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody runs jobs of kind " + kind));
    }

    private void giveUp(Connection connection, Job job, Exception defect) throws SQLException {
        Log.errorf(defect, "Job %s met a defect", job.id());
        end(
                connection,
                job,
                JobState.FAILED,
                "something went wrong on our side; it has been logged with job " + job.id());
    }

    private void end(Connection connection, Job job, JobState state, String failure) throws SQLException {
        if (state == JobState.FAILED) {
            connection.rollback();
        }
        new JobTable(connection).end(job.id(), state, failure, clock.instant());
        connection.commit();
        Log.infof("Job %s ended: %s", job.id(), state);
    }

    private Optional<Job> claim(Connection connection) throws SQLException {
        var table = new JobTable(connection);
        for (Job candidate : table.open(CANDIDATES)) {
            if (ask(connection, TRY_LOCK, candidate.id())) {
                Optional<Job> started = table.start(candidate.id(), clock.instant());
                if (started.isPresent()) {
                    return started;
                }
                ask(connection, UNLOCK, candidate.id());
            }
        }
        return Optional.empty();
    }

    private static void unlock(Connection connection, UUID id) {
        try {
            connection.rollback();
            ask(connection, UNLOCK, id);
            connection.commit();
        } catch (SQLException gone) {
            Log.debugf(gone, "The lock of job %s went with its connection", id);
        }
    }

    private static boolean ask(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "job:" + id);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void awaitCall() {
        try {
            if (calls.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                Log.trace("A job waits");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}

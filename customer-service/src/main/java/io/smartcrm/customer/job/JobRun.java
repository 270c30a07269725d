package io.smartcrm.customer.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A job while it runs: its connection, on which all it does is committed together with how far it is. */
public final class JobRun {
    private final Connection connection;
    private final Job job;
    private final BooleanSupplier paused;
    private final Map<String, Long> counts;
    private String position;
    private long done;
    private long total;
    private boolean cancelled;

    JobRun(Connection connection, Job job, BooleanSupplier paused) {
        this.connection = connection;
        this.job = job;
        this.paused = paused;
        this.counts = new HashMap<>(job.counts());
        this.position = job.position();
        this.done = job.done();
        this.total = job.total();
        this.cancelled = job.cancelRequested();
    }

    /** Not in auto-commit. */
    public Connection connection() {
        return connection;
    }

    public Job job() {
        return job;
    }

    /** Where to go on; empty at the beginning. */
    public String position() {
        return position;
    }

    public void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** As {@link #count}, where what was counted before is counted anew. */
    public void set(String name, long value) {
        counts.put(name, value);
    }

    public void total(long steps) {
        total = steps;
    }

    /** Begins another phase with so many steps. */
    public void phase(String atPosition, long steps) {
        position = atPosition;
        done = 0;
        total = steps;
    }

    /** Commits what was done since the last call. */
    public void advance(String toPosition, long steps) throws SQLException {
        position = toPosition;
        done += steps;
        cancelled = new JobTable(connection).advance(job.id(), position, done, Math.max(done, total), counts);
        connection.commit();
    }

    /** Whether to return now; asked after each {@link #advance}. */
    public boolean stopped() {
        return cancelled || paused.getAsBoolean();
    }

    /** As {@link #stopped}, for long work between two steps: looks in the database whether somebody cancelled. */
    public boolean stoppedMeanwhile() {
        try {
            advance(position, 0);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database was lost in the middle of job " + job.id(), failed);
        }
        return stopped();
    }

    boolean cancelled() {
        return cancelled;
    }
}

package io.smartcrm.customer.job;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes jobs, and tells how they go. Blocks: for worker threads. */
@ApplicationScoped
public class Jobs {
    private static final int MAX_REQUEST_ID = 200;

    private final Database database;
    private final JobWorkers workers;
    private final Clock clock = Clock.systemUTC();

    Jobs(Database database, JobWorkers workers) {
        this.database = database;
        this.workers = workers;
    }

    /**
     * Hands a job to the workers; a repeated request gets the job it asked for before.
     *
     * @param parameters a JSON object as text
     * @throws Failure UNPROCESSABLE when the request asked for another job before
     */
    public Job start(JobKind kind, String parameters, String principal, String requestId) {
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        var job = new Job(
                TimeOrderedId.next(),
                kind,
                JobState.WAITING,
                parameters,
                "",
                0,
                0,
                Map.of(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty(),
                "",
                false);
        var asked = database.transaction(connection -> {
            var table = new JobTable(connection);
            return table.insert(job, principal, requestId)
                    ? new JobTable.Asked(job, true)
                    : table.asked(job, principal, requestId);
        });
        if (!asked.same()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "'" + requestId + "' was used for another request; choose a new key");
        }
        workers.call();
        return asked.job();
    }

    public Job get(UUID id) {
        return database.transaction(connection -> new JobTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("data job", id.toString()));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Job> list(Optional<TimePosition> after, int size) {
        return database.transaction(connection -> new JobTable(connection).list(after, size + 1));
    }

    /** Stops it after the batch that it is at; what is done stays done. Twice is once. */
    Job cancel(UUID id) {
        Job job = get(id);
        if (job.state() == JobState.SUCCEEDED || job.state() == JobState.FAILED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "JOB_ENDED",
                    "job '" + id + "' ended before: " + job.state() + "; nothing is left to cancel");
        }
        database.transaction(connection -> {
            new JobTable(connection).cancel(id, clock.instant());
            return id;
        });
        return get(id);
    }

    /** Goes on where a cancelled or failed job stopped. Twice is once. */
    Job resume(UUID id) {
        Job job = get(id);
        if (job.state() == JobState.SUCCEEDED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "JOB_ENDED",
                    "job '" + id + "' succeeded; nothing is left to resume, start another one");
        }
        if (job.cancelRequested() && !job.state().ended()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "JOB_STOPS",
                    "job '" + id + "' is being cancelled and still at its last batch; try again shortly");
        }
        database.transaction(connection -> {
            new JobTable(connection).resume(id);
            return id;
        });
        workers.call();
        return get(id);
    }
}

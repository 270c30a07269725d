package io.smartcrm.forecast.run;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts runs, tells how they go and how they did. Blocks: for worker threads. */
@ApplicationScoped
class ForecastRuns {
    private static final int LONGEST_REQUEST_ID = 200;
    private static final String LATEST = "latest";

    private final AgroalDataSource database;
    private final RunWorker worker;
    private final Clock clock;
    private final String codeVersion;

    ForecastRuns(
            AgroalDataSource database,
            RunWorker worker,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.database = database;
        this.worker = worker;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** A repeated request gets the run it asked for before. */
    ForecastRun start(RunWish wish, String principal, String requestId) {
        if (requestId.length() > LONGEST_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + LONGEST_REQUEST_ID + " characters");
        }
        ForecastRun run = on(connection -> {
                    var table = new RunTable(connection);
                    UUID id = TimeOrderedId.next();
                    return table.insert(id, wish, codeVersion, clock.instant(), principal, requestId)
                            ? table.find(id)
                            : table.asked(principal, requestId);
                })
                .orElseThrow(() -> new IllegalStateException("a run that was just asked for is gone"));
        if (!run.wish().asksLike(wish)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "'" + requestId + "' was used for another request; choose a new key");
        }
        worker.call();
        return run;
    }

    ForecastRun get(String id) {
        UUID run = parse(id);
        return on(connection -> new RunTable(connection).find(run)).orElseThrow(() -> unknown(id));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<ForecastRun> list(Optional<UUID> after, int size) {
        return on(connection -> new RunTable(connection).list(after, size + 1));
    }

    ForecastRun cancel(String id) {
        ForecastRun run = get(id);
        if (run.state() == RunState.SUCCEEDED || run.state() == RunState.FAILED) {
            throw ended(run, "cancel");
        }
        return changed(run, connection -> new RunTable(connection).cancel(run.id(), clock.instant()));
    }

    ForecastRun resume(String id) {
        ForecastRun run = get(id);
        if (run.state() == RunState.SUCCEEDED) {
            throw ended(run, "resume");
        }
        if (run.cancelRequested() && !run.state().ended()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "RUN_STOPS",
                    "run '" + id + "' is being cancelled and still at its last series; try again shortly");
        }
        ForecastRun resumed = changed(run, connection -> new RunTable(connection).resume(run.id()));
        worker.call();
        return resumed;
    }

    /** In the order of their keys, one more than the size when there is a next page. */
    List<SeriesResult> results(ForecastRun run, Optional<SeriesKind> kind, Optional<SeriesKey> after, int size) {
        return on(connection -> new ResultTable(connection, run.id()).page(kind, after, size + 1));
    }

    /** @param id of a run that succeeded, or {@code latest} */
    ForecastRun succeeded(String id) {
        if (id.equals(LATEST)) {
            return on(connection -> new RunTable(connection).latest())
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND, "FORECAST_RUN_NOT_FOUND", "no run has succeeded yet; start one"));
        }
        ForecastRun run = get(id);
        if (run.state() != RunState.SUCCEEDED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "RUN_NOT_SUCCEEDED",
                    "run '" + id + "' is " + run.state() + "; results are those of runs that succeeded");
        }
        return run;
    }

    /** How forecasts did in the weeks that are over, by the run or by the last one before each week. */
    List<TrackedSeries> tracked(Optional<UUID> run) {
        return on(connection -> {
            Optional<LocalDate> lastDay = AllSeries.lastDay(connection, LocalDate.now(clock));
            return lastDay.isEmpty() ? List.of() : new AccuracyTable(connection).tracked(run, lastDay.get());
        });
    }

    private ForecastRun changed(ForecastRun run, Change change) {
        on(connection -> {
            change.on(connection);
            return run;
        });
        return get(run.id().toString());
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw unknown(id);
        }
    }

    private static Failure unknown(String id) {
        return Failure.notFound("forecast run", id.length() > LONGEST_REQUEST_ID ? "?" : id);
    }

    private static Failure ended(ForecastRun run, String action) {
        return new Failure(
                Failure.Kind.UNPROCESSABLE,
                "RUN_ENDED",
                "run '" + run.id() + "' ended before: " + run.state() + "; nothing is left to " + action);
    }

    /** Each statement is a transaction of its own. */
    private <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            Failure failure = new Failure(
                    Failure.Kind.UNAVAILABLE, "DATABASE_UNAVAILABLE", "the database did not answer; try again");
            failure.initCause(failed);
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Change {
        void on(Connection connection) throws SQLException;
    }
}

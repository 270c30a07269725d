package io.smartcrm.forecast.run;

import io.smartcrm.forecast.plan.PlanBook;
import io.smartcrm.forecast.plan.Plans;
import io.smartcrm.forecast.pool.ForecastPool;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The work of one run: every series that is not stored yet is forecast and stored, a portion at a time, then all are made to
 * add up. So it goes on where a crash or somebody stopped it.
 */
final class RunWork {
    private static final int PORTION = 64;

    private final Connection connection;
    private final ForecastPool pool;
    private final Clock clock;
    private final BooleanSupplier stopping;

    /** @param connection not in auto-commit */
    RunWork(Connection connection, ForecastPool pool, Clock clock, BooleanSupplier stopping) {
        this.connection = connection;
        this.pool = pool;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** How the run ended; RUNNING when this process is stopping and another goes on later. */
    RunState work(ForecastRun waiting) throws SQLException {
        LocalDate firstWeek =
                waiting.firstWeek().isPresent() ? waiting.firstWeek().get() : firstWeek();
        AllSeries series = AllSeries.read(connection, firstWeek);
        if (!series.keys().contains(SeriesKey.TOTAL)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE, "HISTORY_TOO_SHORT", "no week with a sale is over yet; try after it");
        }
        var runs = new RunTable(connection);
        var started = runs.start(waiting.id(), firstWeek, series.keys().size(), clock.instant());
        connection.commit();
        if (started.isEmpty() || started.get().cancelRequested()) {
            return RunState.CANCELLED;
        }
        RunState state = forecast(started.get(), series);
        if (state == RunState.SUCCEEDED) {
            makeCoherent(started.get(), series);
        }
        return state;
    }

    private LocalDate firstWeek() throws SQLException {
        return AllSeries.lastDay(connection, LocalDate.now(clock))
                .map(day -> DemandStep.WEEK.start(day.plusDays(1)))
                .orElseThrow(() -> new Failure(
                        Failure.Kind.UNPROCESSABLE, "SALES_NOT_FOUND", "no sale is known yet; import some"));
    }

    private RunState forecast(ForecastRun run, AllSeries series) throws SQLException {
        var results = new ResultTable(connection, run.id());
        Set<SeriesKey> stored = results.keys();
        PlanBook plans = Plans.book(connection);
        List<SeriesKey> left =
                series.keys().stream().filter(key -> !stored.contains(key)).toList();
        for (int from = 0; from < left.size(); from += PORTION) {
            if (stopping.getAsBoolean()) {
                return RunState.RUNNING;
            }
            List<SeriesKey> portion = left.subList(from, Math.min(left.size(), from + PORTION));
            results.store(forecast(run.wish(), series, plans, portion));
            boolean cancelled = new RunTable(connection).advance(run.id(), portion.size());
            connection.commit();
            if (cancelled) {
                return RunState.CANCELLED;
            }
        }
        return RunState.SUCCEEDED;
    }

    private List<SeriesResult> forecast(RunWish wish, AllSeries series, PlanBook plans, List<SeriesKey> portion) {
        List<CompletableFuture<SeriesResult>> underWay = portion.stream()
                .map(key -> CompletableFuture.supplyAsync(
                        () -> SeriesResult.of(key, series.history(key), series.plan(key, plans), wish), pool))
                .toList();
        return underWay.stream().map(CompletableFuture::join).toList();
    }

    /** In one transaction with the end of the run: nobody sees results that do not add up. */
    private void makeCoherent(ForecastRun run, AllSeries series) throws SQLException {
        var table = new ResultTable(connection, run.id());
        Set<SeriesKey> known = Set.copyOf(series.keys());
        List<SeriesResult> results = table.all().stream()
                .filter(result -> known.contains(result.key()))
                .toList();
        table.store(CoherentResults.of(series, results, run.wish().reconciliation()));
    }

    /** What a run is called in locks. */
    static String lockName(UUID run) {
        return "forecast-run:" + run;
    }
}

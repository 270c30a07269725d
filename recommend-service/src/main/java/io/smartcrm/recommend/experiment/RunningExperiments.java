package io.smartcrm.recommend.experiment;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The experiments that run, known without a look at the database, and who saw them, written down every second. What an
 * instance that dies has not yet written is lost; a customer seen again is written again.
 */
@ApplicationScoped
public class RunningExperiments {
    /** Beyond it exposures are not recorded, rather than held without bound. */
    private static final int MOST_UNWRITTEN = 100_000;

    private final AgroalDataSource database;
    private final AtomicReference<Map<ComparedScenario, Experiment>> running = new AtomicReference<>(Map.of());
    private final BlockingQueue<Exposure> exposures = new ArrayBlockingQueue<>(MOST_UNWRITTEN);
    private final LongAdder dropped = new LongAdder();
    private final Clock clock = Clock.systemUTC();

    RunningExperiments(AgroalDataSource database) {
        this.database = database;
    }

    /** The running experiment and its variant for a customer, who counts as exposed from now on; empty when none runs. */
    public Optional<Assigned> expose(ComparedScenario scenario, String customerId) {
        return Optional.ofNullable(running.get().get(scenario)).map(experiment -> {
            Variant variant = experiment.of(customerId);
            keep(new Exposure(experiment.id(), customerId, variant.name(), clock.instant()));
            return new Assigned(experiment, variant);
        });
    }

    /** The variant a customer is in. */
    public record Assigned(Experiment experiment, Variant variant) {}

    private void keep(Exposure exposure) {
        if (!exposures.offer(exposure)) {
            dropped.increment();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        List<Exposure> seen = new ArrayList<>();
        exposures.drainTo(seen);
        warnOfDropped(dropped.sumThenReset());
        try (Connection connection = database.getConnection()) {
            refresh(connection);
            if (!seen.isEmpty()) {
                ExposureTable.add(connection, seen);
            }
        } catch (SQLException failed) {
            seen.forEach(this::keep);
            Log.warnf(failed, "Experiments stay as they are: the database failed; next attempt in a second");
        }
    }

    private static void warnOfDropped(long count) {
        if (count > 0) {
            Log.warnf("%d exposures were not recorded: more than %d wait to be written", count, MOST_UNWRITTEN);
        }
    }

    void refresh(Connection connection) throws SQLException {
        running.set(ExperimentTable.running(connection).stream()
                .collect(toUnmodifiableMap(Experiment::scenario, Function.identity())));
    }
}

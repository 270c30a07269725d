package io.smartcrm.recommend.experiment;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Creates, starts, stops and evaluates experiments. All methods block: call them on a worker thread. */
@ApplicationScoped
class Experiments {
    private static final String UNIQUE_VIOLATION = "23505";

    private final AgroalDataSource database;
    private final RunningExperiments running;
    private final Clock clock = Clock.systemUTC();

    Experiments(AgroalDataSource database, RunningExperiments running) {
        this.database = database;
        this.running = running;
    }

    /**
     * A new draft; asked for again by the same request, the experiment that was created.
     *
     * @throws Failure CONFLICT when the name is taken, UNPROCESSABLE when the request's id was used for another one
     */
    Experiment create(String requestId, String name, ComparedScenario scenario, List<Variant> variants) {
        UUID id = UUID.nameUUIDFromBytes(("experiment " + requestId).getBytes(StandardCharsets.UTF_8));
        Experiment draft = Experiment.draft(id, name, scenario, variants, now());
        return with(connection -> {
            try {
                ExperimentTable.add(connection, draft);
                return draft;
            } catch (SQLException failed) {
                requireUniqueViolation(failed);
                return ExperimentTable.find(connection, id)
                        .map(known -> known.requireSameAs(draft, requestId))
                        .orElseThrow(() -> nameTaken(name));
            }
        });
    }

    List<Experiment> latestFirst(ExperimentPage page) {
        return with(connection -> ExperimentTable.page(connection, page));
    }

    Evaluated evaluated(UUID id) {
        return with(connection -> {
            Experiment experiment = known(connection, id);
            return new Evaluated(
                    experiment,
                    experiment.state() == Experiment.State.DRAFT
                            ? List.of()
                            : ExposureTable.results(connection, experiment));
        });
    }

    record Evaluated(Experiment experiment, List<VariantResult> results) {
        Evaluated {
            results = List.copyOf(results);
        }
    }

    /** @throws Failure CONFLICT while another one of its scenario runs, UNPROCESSABLE when it was stopped */
    Experiment start(UUID id) {
        return with(connection -> {
            Experiment draft = known(connection, id);
            try {
                ExperimentTable.start(connection, id, now());
            } catch (SQLException failed) {
                requireUniqueViolation(failed);
                throw anotherRuns(draft.scenario());
            }
            running.refresh(connection);
            Experiment started = known(connection, id);
            if (started.state() == Experiment.State.STOPPED) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "EXPERIMENT_STOPPED",
                        "experiment '" + id + "' was stopped and does not start again; create another one");
            }
            return started;
        });
    }

    /** @throws Failure UNPROCESSABLE before it was started */
    Experiment stop(UUID id) {
        return with(connection -> {
            ExperimentTable.stop(connection, id, now());
            running.refresh(connection);
            Experiment stopped = known(connection, id);
            if (stopped.state() == Experiment.State.DRAFT) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "EXPERIMENT_NOT_STARTED",
                        "experiment '" + id + "' is a draft: there is nothing to stop");
            }
            return stopped;
        });
    }

    private static Experiment known(Connection connection, UUID id) throws SQLException {
        return ExperimentTable.find(connection, id).orElseThrow(() -> Failure.notFound("experiment", id.toString()));
    }

    private static void requireUniqueViolation(SQLException failed) throws SQLException {
        if (!UNIQUE_VIOLATION.equals(failed.getSQLState())) {
            throw failed;
        }
    }

    private static Failure nameTaken(String name) {
        return new Failure(
                Failure.Kind.CONFLICT, "EXPERIMENT_EXISTS", "an experiment is called '" + name + "' already");
    }

    private static Failure anotherRuns(ComparedScenario scenario) {
        return new Failure(
                Failure.Kind.CONFLICT,
                "EXPERIMENT_RUNS",
                "another experiment of scenario " + scenario + " runs; stop it first");
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the experiments could not be read or written", failed);
        }
    }
}

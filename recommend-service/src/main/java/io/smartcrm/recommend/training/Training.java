package io.smartcrm.recommend.training;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.smartcrm.recommend.catalog.CatalogueTexts;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.feedback.FeedbackSample;
import io.smartcrm.recommend.feedback.FeedbackState;
import io.smartcrm.recommend.knowledge.ReadGraph;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Trains models and puts them to serve. A lock of the database lets one training run at a time, whichever instance of the
 * service wants it; the other instances take over what it stored. All methods block: call them on a worker thread.
 */
@ApplicationScoped
public class Training {
    private static final String METHOD = "hybrid";

    private final AgroalDataSource database;
    private final TrainingConfig config;
    private final ModelStock stock;
    private final ServingModel serving;
    private final TrainingNeed need;
    private final ReadAttributes attributes;
    private final Clock clock = Clock.systemUTC();

    Training(
            AgroalDataSource database,
            TrainingConfig config,
            AttributeConfig weights,
            ModelStock stock,
            ServingModel serving) {
        this.database = database;
        this.config = config;
        this.stock = stock;
        this.serving = serving;
        this.need = new TrainingNeed(config);
        this.attributes = new ReadAttributes(AttributeConfig.weights(weights));
    }

    /**
     * Trains on what is known now; a running training is waited for.
     *
     * @throws Failure BUSY when the running one takes too long
     */
    public ModelVersion trainNow() {
        try {
            return inTransaction(this::trainWhenFree);
        } catch (SQLException failed) {
            throw new IllegalStateException("the training could not use the database", failed);
        }
    }

    private ModelVersion trainWhenFree(Connection connection) throws SQLException {
        if (!TrainingLock.await(connection)) {
            throw trainingRuns();
        }
        ModelTable.release(connection);
        return train(connection, ModelVersion.Cause.REQUEST);
    }

    /**
     * Goes back to an older model, at once and until a training is asked for.
     *
     * @throws Failure NOT_FOUND when there is no such model, or none that can be read
     */
    public ModelVersion restore(UUID id) {
        try {
            return inTransaction(connection -> {
                if (!TrainingLock.await(connection)) {
                    throw trainingRuns();
                }
                return stock.restore(connection, id).orElseThrow(() -> Failure.notFound("model", id.toString()));
            });
        } catch (SQLException failed) {
            throw new IllegalStateException("the older model could not be read from the database", failed);
        }
    }

    /** The models kept, newest first. */
    public List<ModelVersion> versions() {
        try {
            return inTransaction(ModelTable::newestFirst);
        } catch (SQLException failed) {
            throw new IllegalStateException("the models could not be read from the database", failed);
        }
    }

    private static Failure trainingRuns() {
        return new Failure(Failure.Kind.BUSY, "TRAINING_RUNS", "another training has not ended yet; try again later");
    }

    /** Takes over the newest model and trains a newer one if that is due. */
    void follow() throws SQLException {
        inTransaction(connection -> {
            stock.takeNewest(connection);
            return due(connection).isPresent() && TrainingLock.tryTake(connection) && trainIfStillDue(connection);
        });
    }

    /** Another instance may have trained between the question and the lock. */
    private boolean trainIfStillDue(Connection connection) throws SQLException {
        stock.takeNewest(connection);
        Optional<ModelVersion.Cause> cause = due(connection);
        if (cause.isPresent()) {
            train(connection, cause.get());
        }
        return cause.isPresent();
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private Optional<ModelVersion.Cause> due(Connection connection) throws SQLException {
        if (ModelTable.isHeld(connection)) {
            return Optional.empty();
        }
        Optional<ModelVersion> current = serving.current().map(ServingModel.Versioned::version);
        return need.of(FeedbackState.read(connection), current, clock.instant());
    }

    private ModelVersion train(Connection connection, ModelVersion.Cause cause) throws SQLException {
        Instant started = clock.instant();
        // Before the facts: what arrives in between is then in the model, but not claimed.
        FeedbackState feedback = FeedbackState.read(connection);
        SortedMap<Integer, String> texts = CatalogueTexts.read(connection, config.mostProducts());
        FeedbackSample sample = FeedbackSample.read(connection, config.mostInteractions(), texts.keySet());
        Interactions interactions = Interactions.of(sample.events());
        // Old data is judged by its own end, so that a shop imported from an archive has lately popular products too.
        long asOf = Math.min(started.getEpochSecond(), interactions.latest().orElse(0) + 1);
        ModelSize size =
                new ModelSize(config.neighbours(), config.factors(), config.mostBaskets(), config.popularWindow());
        TrainedModel model = TrainedModel.fit(
                new TrainingData(
                        sample.events(),
                        sample.products(),
                        Arrays.stream(sample.products())
                                .mapToObj(product -> texts.getOrDefault(product, ""))
                                .toList(),
                        ReadGraph.read(connection, sample.products()),
                        attributes.read(connection, sample.products()),
                        asOf),
                size);
        ModelVersion version = new ModelVersion(
                TimeOrderedId.next(),
                METHOD,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cause,
                size.toString(),
                feedback.revision(),
                feedback.eventTime(),
                interactions.pairs(),
                interactions.customers(),
                interactions.items(),
                Duration.between(started, clock.instant()),
                model.bytes());
        stock.put(connection, new ServingModel.Versioned(version, model));
        report(version, sample);
        return version;
    }

    private void report(ModelVersion version, FeedbackSample sample) {
        Log.infof(
                "Model %s trained because of %s: %d interactions of %d customers and %d items in %d ms, holds %d bytes",
                version.id(),
                version.cause(),
                version.interactions(),
                version.customers(),
                version.items(),
                version.duration().toMillis(),
                version.bytes());
        if (sample.events().size() >= config.mostInteractions()) {
            Log.warnf(
                    "Only the latest %d interactions of %d order lines were trained on; raise"
                            + " smartcrm.training.most-interactions",
                    sample.events().size(), sample.lines());
        }
    }
}

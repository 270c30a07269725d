package io.smartcrm.recommend.training;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.smartcrm.outbox.DerivedResults;
import io.smartcrm.recommend.feedback.FeedbackState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How far the serving model has come. Blocks on the database. */
@ApplicationScoped
class ModelFreshness implements DerivedResults {
    private final AgroalDataSource database;
    private final ServingModel serving;

    ModelFreshness(AgroalDataSource database, ServingModel serving) {
        this.database = database;
        this.serving = serving;
    }

    @Override
    public Optional<Instant> derivedTime() {
        return serving.current().flatMap(held -> held.version().eventTime());
    }

    @Override
    public boolean current() {
        long trained = serving.current().map(held -> held.version().revision()).orElse(0L);
        try (Connection connection = database.getConnection()) {
            return FeedbackState.read(connection).revision() == trained;
        } catch (SQLException unknown) {
            Log.warnf(unknown, "Freshness of the model is unknown: the database failed");
            return false;
        }
    }
}

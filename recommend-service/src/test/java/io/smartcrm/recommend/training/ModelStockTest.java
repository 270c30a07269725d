package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelStockTest {
    /** Newer than any model that the service trains meanwhile. */
    private static final Instant FUTURE = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    AgroalDataSource database;

    /** Past every revision at which somebody was erased: an older model would go. */
    private static final long LATEST_ERASURE = 1_000_000_000;

    private final ServingModel serving = new ServingModel(new SimpleMeterRegistry());
    private final ModelStock stock =
            new ModelStock(serving, TrainingConfigTest.config(Map.of("smartcrm.training.kept-versions", "2")));

    @Test
    void aModelThatCannotBeReadIsPassedOverForTheOneBefore() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Given
            ModelVersion good = version(FUTURE, 1);
            ModelTable.add(connection, good, TrainedModelFormat.write(TrainedModels.small()));
            ModelTable.add(connection, version(FUTURE.plusSeconds(1), 2), new byte[] {1, 2, 3});

            // When
            stock.takeNewest(connection);
            stock.takeNewest(connection);

            // Then
            assertThat(serving.current()).map(ServingModel.Versioned::version).contains(good);
            connection.rollback();
        }
    }

    @Test
    void theNewestModelTakesOverFromTheOneThatServes() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Given
            byte[] artefact = TrainedModelFormat.write(TrainedModels.small());
            ModelTable.add(connection, version(FUTURE, 1), artefact);
            stock.takeNewest(connection);
            ModelVersion newer = version(FUTURE.plusSeconds(1), 2);
            ModelTable.add(connection, newer, artefact);

            // When
            stock.takeNewest(connection);

            // Then
            assertThat(serving.current()).map(ServingModel.Versioned::version).contains(newer);
            connection.rollback();
        }
    }

    @Test
    void onlyTheNewestVersionsAreKept() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Given
            ModelVersion oldest = version(FUTURE, 1);
            ModelVersion middle = version(FUTURE.plusSeconds(1), 2);
            ModelVersion newest = version(FUTURE.plusSeconds(2), 3);
            for (ModelVersion version : new ModelVersion[] {oldest, middle, newest}) {
                ModelTable.add(connection, version, new byte[1]);
            }

            // When
            ModelTable.prune(connection, 2);

            // Then
            assertThat(ModelTable.newestFirst(connection)).containsExactly(newest, middle);
            connection.rollback();
        }
    }

    private static ModelVersion version(Instant time, long revision) {
        return new ModelVersion(
                UUID.randomUUID(),
                "item-knn",
                time,
                ModelVersion.Cause.EVENTS,
                "settings",
                LATEST_ERASURE + revision,
                Optional.of(time.minusSeconds(5)),
                8,
                4,
                5,
                Duration.ofMillis(12),
                640);
    }
}

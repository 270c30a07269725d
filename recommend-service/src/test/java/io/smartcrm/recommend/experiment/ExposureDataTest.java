package io.smartcrm.recommend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.recommend.hybrid.Weights;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a transaction that is rolled back. */
@QuarkusTest
class ExposureDataTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Experiment EXPERIMENT = Experiment.draft(
            UUID.fromString("0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0cc"),
            "exposure data",
            ComparedScenario.EMAIL,
            List.of(new Variant("a", .5, Weights.DEFAULT), new Variant("b", .5, Weights.DEFAULT)),
            TIME);

    @Inject
    @SuppressWarnings("NullAway.Init")
    AgroalDataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ExposureData data;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @BeforeEach
    void addAnExperiment() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        ExperimentTable.add(connection, EXPERIMENT);
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theFirstTimeCountsAndIsExported() throws SQLException {
        // Given
        ExposureTable.add(connection, List.of(exposure("ed-1", TIME.plusSeconds(9)), exposure("ed-1", TIME)));
        ExposureTable.add(connection, List.of(exposure("ed-1", TIME.plusSeconds(99)), exposure("ed-2", TIME)));

        // When
        List<Map<String, Object>> exported = exported("ed-1");

        // Then
        assertThat(exported).containsExactly(Map.of("experiment", "exposure data", "variant", "a", "firstTime", TIME));
    }

    @Test
    void anErasureForgetsOneCustomerOnly() throws SQLException {
        // Given
        ExposureTable.add(connection, List.of(exposure("ed-1", TIME), exposure("ed-2", TIME)));

        // When
        long erased = data.erase(connection, "ed-1");

        // Then
        assertThat(erased).isEqualTo(1);
        assertThat(exported("ed-1")).isEmpty();
        assertThat(exported("ed-2")).hasSize(1);
    }

    @Test
    void whatWaitedWhileSomebodyWasErasedIsNotWritten() throws SQLException {
        // Given
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into erased_customer values ('ed-1', 'erasure', now())");
        }

        // When
        ExposureTable.add(connection, List.of(exposure("ed-1", TIME), exposure("ed-2", TIME)));

        // Then
        assertThat(ExposureTable.results(connection, EXPERIMENT))
                .extracting(result -> result.conversion().exposed())
                .containsExactly(1L, 0L);
    }

    private static Exposure exposure(String customer, Instant time) {
        return new Exposure(EXPERIMENT.id(), customer, "a", time);
    }

    private List<Map<String, Object>> exported(String customer) throws SQLException {
        List<Map<String, Object>> records = new ArrayList<>();
        data.export(connection, customer, records::add);
        return records;
    }
}

package io.smartcrm.forecast.run;

import static io.smartcrm.forecast.ShopFixtures.orderedFrom;
import static io.smartcrm.forecast.ShopFixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.ShopTopics;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.Reconciliation;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to runs that stop, and how forecasts are judged; the test holds a run's lock while it prepares it. */
@QuarkusTest
class RunResumeTest {
    private static final RunWish WISH = RunWish.by(Method.NAIVE, 2, Reconciliation.BOTTOM_UP);
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    @Inject
    AgroalDataSource database;

    @Inject
    ForecastRuns runs;

    @Test
    void aRunThatWaitsIsCancelledAtOnceAndGoesOnWhenResumed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            sellSomething(connection);
            UUID id = insertLocked(connection);

            // When
            ForecastRun cancelled = runs.cancel(id.toString());
            runs.cancel(id.toString());
            ForecastRun resumed = runs.resume(id.toString());
            unlock(connection, id);

            // Then
            assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
            assertThat(resumed.state()).isEqualTo(RunState.WAITING);
            assertThat(ended(id).state()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    @Test
    void aRunThatACrashLeftIsFoundAndStopsIfSomebodyCancelledIt() throws SQLException {
        try (Connection connection = database.getConnection()) {
            // Given
            sellSomething(connection);
            UUID id = insertLocked(connection);
            new RunTable(connection).start(id, MONDAY.plusWeeks(2), 7, Instant.now());

            // When
            ForecastRun stopping = runs.cancel(id.toString());
            unlock(connection, id);

            // Then
            assertThat(stopping.state()).isEqualTo(RunState.RUNNING);
            assertThat(ended(id).state()).isEqualTo(RunState.CANCELLED);
            assertThat(ended(id).firstWeek()).contains(MONDAY.plusWeeks(2));
        }
    }

    @Test
    void forecastsAreComparedWithWhatWasSoldSince() throws SQLException {
        try (Connection connection = database.getConnection();
                ShopTopics shop = new ShopTopics()) {
            // Given forecasts of ten and twelve pieces, of which seven and fourteen were sold
            String country = "Country " + UUID.randomUUID();
            sell(shop, country, MONDAY.plusDays(3), 7);
            sell(shop, country, MONDAY.plusDays(7), 6);
            sell(shop, country, MONDAY.plusDays(13), 8);
            SeriesKey key = new SeriesKey(SeriesKind.COUNTRY, country);
            UUID id = insertLocked(connection);
            new RunTable(connection).start(id, MONDAY, 1, Instant.now());
            new ResultTable(connection, id)
                    .store(List.of(new SeriesResult(
                            key,
                            Method.NAIVE,
                            List.of(10.0, 12.0),
                            List.of(10.0, 12.0),
                            List.of(8.0, 8.0),
                            List.of(12.0, 16.0),
                            List.of(7.5, 7.0),
                            List.of(13.0, 17.0))));
            new RunTable(connection).end(id, RunState.SUCCEEDED, "", Instant.now());

            // When / Then
            var accuracy = new AccuracyTable(connection);
            await().untilAsserted(() -> assertThat(accuracy.tracked(Optional.of(id), MONDAY.plusDays(13)))
                    .containsExactly(new TrackedSeries(key, 2, 1, 5, 21, 1)));
            assertThat(accuracy.tracked(Optional.of(id), MONDAY.plusDays(12)))
                    .containsExactly(new TrackedSeries(key, 1, 3, 3, 7, 0));
            unlock(connection, id);
        }
    }

    private ForecastRun ended(UUID id) {
        return await().until(() -> runs.get(id.toString()), run -> run.endTime().isPresent());
    }

    /** Nobody sees the run before it is locked. */
    private static UUID insertLocked(Connection connection) throws SQLException {
        UUID id = TimeOrderedId.next();
        connection.setAutoCommit(false);
        new RunTable(connection).insert(id, WISH, "test", Instant.now(), "test", "");
        lock(connection, "select pg_advisory_lock(hashtextextended(?, 0))", id);
        connection.commit();
        connection.setAutoCommit(true);
        return id;
    }

    private static void unlock(Connection connection, UUID id) throws SQLException {
        lock(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", id);
    }

    private static void lock(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, RunWork.lockName(id));
            statement.execute();
        }
    }

    /** Years before what other tests sell. */
    private static void sellSomething(Connection connection) throws SQLException {
        try (ShopTopics shop = new ShopTopics()) {
            shop.send(sale(UUID.randomUUID(), 1, MONDAY, UUID.randomUUID(), "5"));
            shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(1), UUID.randomUUID(), "5"));
        }
        await().until(() -> AllSeries.lastDay(connection, LocalDate.of(2026, 12, 31)), Optional::isPresent);
    }

    private static void sell(ShopTopics shop, String country, LocalDate day, int pieces) {
        shop.send(
                orderedFrom(country, "", sale(UUID.randomUUID(), 1, day, UUID.randomUUID(), Integer.toString(pieces))));
    }
}

package io.smartcrm.loyalty.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RatingTableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();
    private Connection connection;
    private RatingTable table;

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        table = new RatingTable(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void theLatestVersionOfEachCaseCounts() throws SQLException {
        // Given
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        table.apply(List.of(rating(first, 2, 5, 0), rating(second, 1, 0, 1)));

        // When
        table.apply(List.of(rating(second, 2, 2, 2), rating(first, 1, 1, 3)));

        // Then
        assertThat(table.of(customer)).contains(new Satisfaction(2, 3.5, 2));
    }

    @Test
    void whoRatedNothingHasNoSatisfaction() throws SQLException {
        // Given
        table.apply(List.of(rating(UUID.randomUUID(), 1, 0, 0)));

        // Then
        assertThat(table.of(customer)).isEmpty();
    }

    @Test
    void whoIsErasedRatedNothing() throws SQLException {
        // Given
        table.apply(List.of(rating(UUID.randomUUID(), 1, 4, 0)));

        // When
        new RatingData().erase(connection, customer.toString());

        // Then
        assertThat(table.of(customer)).isEmpty();
    }

    private Rating rating(UUID caseId, long version, int satisfaction, int hour) {
        return new Rating(caseId, version, customer, satisfaction, NOON.plusSeconds(3600L * hour));
    }
}

package io.smartcrm.loyalty.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsentTableTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @Test
    void anOlderWordThatComesLateChangesNothing() throws SQLException {
        // Given
        put(said(false, FEBRUARY, false));
        // When
        put(said(true, JANUARY, false));
        // Then
        assertThat(known()).extracting(Agreement::granted).containsExactly(false);
    }

    @Test
    void anOlderWordCountsOnceLaterOnesWereTakenBack() throws SQLException {
        // Given
        put(said(true, FEBRUARY, false));
        // When
        put(said(false, JANUARY, true));
        // Then
        assertThat(known()).extracting(Agreement::granted).containsExactly(false);
    }

    @Test
    void whatWasTakenBackAndSaidAgainInOneBatchCountsInItsOrder() throws SQLException {
        // Given
        put(said(true, FEBRUARY, false));
        // When
        put(nothing(), said(false, JANUARY, false));
        // Then
        assertThat(known()).extracting(Agreement::effectiveTime).containsExactly(JANUARY);
    }

    @Test
    void nothingIsKnownOnceAllWasTakenBack() throws SQLException {
        // Given
        put(said(true, JANUARY, false));
        // When
        put(nothing());
        // Then
        assertThat(known()).isEmpty();
    }

    private ConsentNews said(boolean granted, Instant time, boolean takenBack) {
        var agreement = new Agreement(customer, "marketing", "email", granted, time, Optional.empty());
        return new ConsentNews(agreement.subject(), takenBack, Optional.of(agreement));
    }

    private ConsentNews nothing() {
        return new ConsentNews(new Agreement.Subject(customer, "marketing", "email"), true, Optional.empty());
    }

    private static void put(ConsentNews... told) throws SQLException {
        try (Connection connection = database.connect()) {
            new ConsentTable(connection).put(List.of(told));
        }
    }

    private List<Agreement> known() throws SQLException {
        try (Connection connection = database.connect()) {
            return new ConsentTable(connection).of(customer);
        }
    }
}

package io.smartcrm.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smartcrm.customer.OwnDatabase;
import io.smartcrm.customer.consent.ConsentWord.State;
import io.smartcrm.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentHoldingTest {
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static OwnDatabase database;

    private final Outbox outbox = new Outbox();
    private final Consents consents = new Consents(outbox);
    private final ConsentHolding holding = new ConsentHolding(outbox);
    private UUID kept;
    private UUID merged;

    @BeforeAll
    static void createDatabase() {
        database = OwnDatabase.create();
    }

    @BeforeEach
    void customers() throws SQLException {
        kept = database.customer();
        merged = database.customer();
    }

    @Test
    void ofMergedCustomersTheLastWordCountsAndComesBackWithTheUnmerge() throws SQLException {
        // Given
        record(kept, "email", State.GRANTED, EARLIER);
        record(merged, "email", State.WITHDRAWN, LATER);
        record(merged, "sms", State.GRANTED, EARLIER);
        try (Connection connection = connect()) {
            // When
            List<String> moved = holding.carryOver(connection, merged, kept);
            // Then
            assertThat(valid(connection, kept)).containsExactlyInAnyOrder("email WITHDRAWN", "sms GRANTED");
            assertThat(valid(connection, merged)).isEmpty();
            holding.bringBack(connection, merged, kept, moved);
            assertThat(valid(connection, kept)).containsExactly("email GRANTED");
            assertThat(valid(connection, merged)).containsExactlyInAnyOrder("email WITHDRAWN", "sms GRANTED");
        }
    }

    @Test
    void aWordThatBothSaidIsOneAndStaysWhereItWas() throws SQLException {
        // Given
        record(kept, "email", State.GRANTED, EARLIER);
        record(merged, "email", State.GRANTED, EARLIER);
        try (Connection connection = connect()) {
            // When
            List<String> moved = holding.carryOver(connection, merged, kept);
            // Then
            assertThat(moved).isEmpty();
            assertThat(valid(connection, kept)).containsExactly("email GRANTED");
        }
    }

    @Test
    void whatIsHeldIsHandedOutAndForgotten() throws SQLException {
        // Given
        record(kept, "email", State.GRANTED, EARLIER);
        record(kept, "email", State.WITHDRAWN, LATER);
        record(merged, "email", State.GRANTED, EARLIER);
        List<Map<String, Object>> handedOut = new ArrayList<>();
        try (Connection connection = connect()) {
            holding.export(connection, kept, handedOut::add);
            // When
            long erased = holding.erase(connection, kept);
            // Then
            assertThat(erased).isEqualTo(2);
            assertThat(valid(connection, kept)).isEmpty();
            assertThat(valid(connection, merged)).containsExactly("email GRANTED");
        }
        assertThat(handedOut).extracting(record -> record.get("state")).containsExactly("GRANTED", "WITHDRAWN");
        assertThat(handedOut.get(0)).containsEntry("text_version", "v1").containsEntry("source", "checkout");
    }

    @Test
    void ofTwoWordsThatAreRecordedAtOnceTheNewerOneCounts() throws Exception {
        // Given
        try (Connection first = connect()) {
            consents.record(first, List.of(word(kept, "email", State.WITHDRAWN, LATER)));
            // When
            var second = CompletableFuture.runAsync(() -> recordUnchecked(kept, "email", State.GRANTED, EARLIER));
            await().untilAsserted(() -> assertThat(database.rows(
                            "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%update%'"
                                    + " and datname = current_database()"))
                    .isNotEmpty());
            first.commit();
            second.join();
            // Then
            assertThat(valid(first, kept)).containsExactly("email WITHDRAWN");
        }
    }

    private void recordUnchecked(UUID customer, String channel, State state, Instant time) {
        try {
            record(customer, channel, state, time);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void record(UUID customer, String channel, State state, Instant time) throws SQLException {
        try (Connection connection = connect()) {
            consents.record(connection, List.of(word(customer, channel, state, time)));
            connection.commit();
        }
    }

    private static ConsentWord word(UUID customer, String channel, State state, Instant time) {
        return new ConsentWord(
                customer, "marketing", channel, state, time, Optional.empty(), "checkout", "v1", "", Instant.now());
    }

    private static List<String> valid(Connection connection, UUID customer) throws SQLException {
        return new ConsentTable(connection)
                .current(customer).stream()
                        .map(word -> word.channel() + " " + word.state())
                        .toList();
    }

    private static Connection connect() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}

package io.smartcrm.loyalty.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.lifecycle.LifecycleRules;
import io.smartcrm.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final LifecycleRules RULES = new LifecycleRules(3, Duration.ofDays(90), Duration.ofDays(180));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final UUID customer = UUID.randomUUID();
    private LoyaltyDatabase database;

    @BeforeEach
    void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    private void bought(UUID buyer, Duration ago) throws SQLException {
        database.execute("insert into activity_order values ('%s', 1, '%s', 'SALE', '%s', 'EUR', 1000)"
                .formatted(UUID.randomUUID(), buyer, now.minus(ago)));
        try (Connection connection = database.connect()) {
            new StandingTable(connection).due(new TreeSet<>(List.of(buyer)));
        }
    }

    private int look() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            int looked = Standings.lookAtSome(connection, new Outbox(), RULES, Clock.fixed(now, ZoneOffset.UTC));
            connection.commit();
            return looked;
        }
    }

    private List<List<String>> passed() throws SQLException {
        return database.rows("select from_state, to_state from lifecycle_transition where customer_id = '" + customer
                + "' order by change_time");
    }

    @Test
    void aFirstPurchaseOfTodayIsToldAndOldOnesAreHistory() throws SQLException {
        // Given
        UUID old = UUID.randomUUID();
        bought(old, Duration.ofDays(300));
        bought(customer, Duration.ofHours(1));

        // When
        int looked = look();

        // Then
        assertThat(looked).isEqualTo(2);
        assertThat(passed()).containsExactly(List.of("PROSPECT", "NEW"));
        assertThat(database.rows("select state from lifecycle_standing where customer_id = '" + old + "'"))
                .containsExactly(List.of("LAPSED"));
        assertThat(database.rows("select key, type from outbox"))
                .containsExactly(List.of(customer.toString(), "smartcrm.loyalty.v1.LifecycleStateChanged"));
    }

    @Test
    void silenceLeadsOnWithoutAnEvent() throws SQLException {
        // Given
        bought(customer, Duration.ofDays(120));
        look();
        bought(UUID.randomUUID(), Duration.ofDays(20));

        // When
        look();
        int again = look();

        // Then
        assertThat(passed()).containsExactly(List.of("NEW", "AT_RISK"));
        assertThat(again).isZero();
    }

    @Test
    void whoComesBackIsWonBackOnceHoweverOftenItIsLookedAt() throws SQLException {
        // Given
        bought(customer, Duration.ofDays(400));
        bought(UUID.randomUUID(), Duration.ofDays(1));
        look();

        // When
        bought(customer, Duration.ofHours(2));
        look();
        database.execute("update lifecycle_standing set due_time = '-infinity'");
        look();
        bought(customer, Duration.ofHours(1));
        look();

        // Then
        assertThat(passed()).containsExactly(List.of("LAPSED", "WON_BACK"), List.of("WON_BACK", "LOYAL"));
    }

    @Test
    void whoseOnlySaleWasCancelledIsForgotten() throws SQLException {
        // Given
        bought(customer, Duration.ofHours(2));
        look();
        database.execute(
                "update activity_order set kind = 'ADJUSTMENT'; update lifecycle_standing set due_time = '-infinity'");

        // When
        look();

        // Then
        assertThat(database.rows("select * from lifecycle_standing")).isEmpty();
    }
}

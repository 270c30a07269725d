package io.smartcrm.loyalty.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.uplift.Group;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant DECIDED = NOW.minus(Duration.ofDays(60));

    private static LoyaltyDatabase database;

    private final UUID strategy = UUID.randomUUID();

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    private UUID decided(boolean heldOut, Instant time) throws SQLException {
        UUID customer = UUID.randomUUID();
        decided(customer, heldOut, time);
        return customer;
    }

    private void decided(UUID customer, boolean heldOut, Instant time) throws SQLException {
        database.execute("""
                insert into strategy values ('%1$s', '%1$s', 1, 'ACTIVE', '', 'CROSSING', 0, null, 10, 0, null, now(), now(), 1)
                on conflict do nothing;
                insert into strategy_decision values (gen_random_uuid(), '%1$s', 1, '%2$s', gen_random_uuid()::text, %3$s, false, '%4$s')""".formatted(strategy, customer, heldOut, time));
    }

    private static UUID bought(UUID customer, Instant time, String currency, long minorUnits) throws SQLException {
        UUID order = UUID.randomUUID();
        database.execute("insert into activity_order values ('%s', 1, '%s', 'SALE', '%s', '%s', %d)"
                .formatted(order, customer, time, currency, minorUnits));
        return order;
    }

    /** @param order in SQL */
    private static void gaveBack(UUID customer, Instant time, long minorUnits, String order) throws SQLException {
        database.execute("insert into activity_order values (gen_random_uuid(), 1, '%s', 'REFUND', '%s', 'EUR', %d, %s)"
                .formatted(customer, time, -minorUnits, order));
    }

    private Map<Boolean, Group> groups() throws SQLException {
        try (Connection connection = database.connect()) {
            return new ResultTable(connection, strategy).groups("EUR", 30, NOW);
        }
    }

    @Test
    void whatWasGivenBackOfOrdersOfTheWindowIsNotSpent() throws SQLException {
        // Given
        UUID buyer = decided(false, DECIDED);
        UUID before = bought(buyer, DECIDED.minusSeconds(1), "EUR", 700);
        UUID within = bought(buyer, DECIDED.plusSeconds(1), "EUR", 1000);
        UUID foreign = bought(buyer, DECIDED.plusSeconds(2), "USD", 90);
        gaveBack(buyer, DECIDED.plusSeconds(3), 700, "'" + before + "'");
        gaveBack(buyer, DECIDED.plus(Duration.ofDays(45)), 400, "'" + within + "'");
        gaveBack(buyer, DECIDED.plusSeconds(4), 20, "'" + foreign + "'");
        UUID other = decided(false, DECIDED);
        gaveBack(other, DECIDED.minusSeconds(1), 11, "null");
        bought(other, DECIDED.plusSeconds(1), "EUR", 50);
        gaveBack(other, DECIDED.plusSeconds(2), 5, "null");
        gaveBack(other, DECIDED.plus(Duration.ofDays(45)), 13, "null");

        // When
        Map<Boolean, Group> groups = groups();

        // Then
        assertThat(groups).containsEntry(false, new Group(2, 2, 600 + 45, 360_000 + 2025));
    }

    @Test
    void whoGaveEverythingBackStillBought() throws SQLException {
        // Given
        UUID buyer = decided(true, DECIDED);
        UUID order = bought(buyer, DECIDED.plusSeconds(1), "EUR", 1000);
        gaveBack(buyer, DECIDED.plusSeconds(2), 1000, "'" + order + "'");

        // When
        Map<Boolean, Group> groups = groups();

        // Then
        assertThat(groups).containsEntry(true, new Group(1, 1, 0, 0));
    }

    @Test
    void salesWithinTheWindowOfTheFirstDecisionCount() throws SQLException {
        // Given
        UUID buyer = decided(false, DECIDED);
        decided(buyer, false, DECIDED.plus(Duration.ofDays(20)));
        bought(buyer, DECIDED.minusSeconds(1), "EUR", 1);
        bought(buyer, DECIDED.plusSeconds(1), "EUR", 1000);
        bought(buyer, DECIDED.plus(Duration.ofDays(30)), "EUR", 500);
        bought(buyer, DECIDED.plus(Duration.ofDays(31)), "EUR", 7);
        UUID foreigner = decided(false, DECIDED);
        bought(foreigner, DECIDED.plusSeconds(1), "USD", 90);
        decided(false, DECIDED);
        UUID alone = decided(true, DECIDED);
        bought(alone, DECIDED.plusSeconds(5), "EUR", 300);
        decided(false, NOW.minus(Duration.ofDays(10)));

        try (Connection connection = database.connect()) {
            var table = new ResultTable(connection, strategy);

            // When
            Map<Boolean, Group> groups = table.groups("EUR", 30, NOW);

            // Then
            assertThat(groups)
                    .containsEntry(false, new Group(3, 2, 1500, 2_250_000))
                    .containsEntry(true, new Group(1, 1, 300, 90_000));
            assertThat(table.waiting(30, NOW)).isEqualTo(1);
            assertThat(table.currency()).contains("EUR");
        }
    }
}

package io.smartcrm.loyalty.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.card.CardFixture;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loyalty index as strategies see it. */
class IndexFactTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LoyaltyDatabase DATABASE = LoyaltyDatabase.create();
    private static final List<LifecycleState> STATES = List.of(
            new LifecycleState.Prospect(NOW),
            new LifecycleState.New(NOW),
            new LifecycleState.Active(NOW),
            new LifecycleState.Loyal(NOW),
            new LifecycleState.AtRisk(NOW),
            new LifecycleState.Lapsed(NOW),
            new LifecycleState.WonBack(NOW));

    private final UUID customer = UUID.randomUUID();

    @BeforeEach
    void noTiers() throws SQLException {
        DATABASE.execute("delete from tier");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void itIsThatOfTheCard(long seed) throws SQLException {
        // Given
        var random = new Random(seed);
        LifecycleState state = STATES.get(random.nextInt(STATES.size()));
        lives(state);
        Optional<RfmCode> rfm = maybe(random, scored(random));
        Optional<Double> alive = maybe(random, random.nextDouble());
        Optional<Double> satisfaction = maybe(random, (4 + 2) / 2.0);
        Optional<Double> tier = maybe(random, 2 / 3.0);
        if (rfm.isPresent()) {
            DATABASE.execute("insert into rfm_score values ('%s', now(), 1, 1, 'EUR', 1, %d, %d, %d, 'OTHERS', now())"
                    .formatted(
                            customer,
                            rfm.get().recency(),
                            rfm.get().frequency(),
                            rfm.get().monetary()));
        }
        if (alive.isPresent()) {
            values(alive.get());
        }
        if (satisfaction.isPresent()) {
            DATABASE.execute(
                    "insert into case_rating values (gen_random_uuid(), 1, '%1$s', 4, now()), (gen_random_uuid(), 1, '%1$s', 2, now()), (gen_random_uuid(), 1, '%1$s', 0, now())"
                            .formatted(customer));
        }
        if (tier.isPresent()) {
            DATABASE.execute("insert into tier values (0, 'silver', 1), (1, 'gold', 2), (2, 'ruby', 3)");
            DATABASE.execute(
                    "insert into points_account (customer_id, tier) values ('%s', 'gold')".formatted(customer));
        }

        // When
        Optional<Double> known = known();

        // Then
        double card = CardFixture.index(state, rfm, alive, satisfaction, tier);
        assertThat(known.orElseThrow()).isCloseTo(card, within(1e-9));
        assertThat(beyond(card - 0.001)).contains(customer);
        assertThat(beyond(card + 0.001)).doesNotContain(customer);
    }

    @Test
    void whoseLifeIsNotKnownHasNone() throws SQLException {
        // Given
        DATABASE.execute("insert into activity_summary values ('%s', 1, now(), now(), 'EUR', 1)".formatted(customer));

        // When
        Optional<Double> known = known();

        // Then
        assertThat(known).isEmpty();
        assertThat(beyond(0)).doesNotContain(customer);
    }

    @Test
    void whoIsInNoTierOfAProgrammeWithTiersIsAtTheirFoot() throws SQLException {
        // Given
        lives(new LifecycleState.Loyal(NOW));
        DATABASE.execute("insert into tier values (0, 'silver', 1)");

        // When
        Optional<Double> known = known();

        // Then
        assertThat(known.orElseThrow()).isCloseTo(100 * 0.25 / 0.35, within(1e-9));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(3) > 0 ? Optional.of(value) : Optional.empty();
    }

    private static RfmCode scored(Random random) {
        return new RfmCode(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5));
    }

    private void lives(LifecycleState state) throws SQLException {
        DATABASE.execute(
                "insert into activity_summary values ('%1$s', 1, now(), now(), 'EUR', 1); insert into lifecycle_standing values ('%1$s', '%2$s', now(), now())"
                        .formatted(customer, state.name()));
    }

    private void values(double alive) throws SQLException {
        DATABASE.execute("insert into customer_value values ('%s', 0, 0, 0, 'EUR', 0, null, %s, 0, null, null)"
                .formatted(customer, alive));
    }

    private Optional<Double> known() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return new FactTable(connection, NOW)
                    .read(List.of(customer), List.of()).values().stream()
                            .findFirst()
                            .flatMap(facts -> facts.number(Fact.LOYALTY_INDEX));
        }
    }

    private static List<UUID> beyond(double threshold) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return Beyond.of(new Crossing(Fact.LOYALTY_INDEX, Crossing.Direction.UP, threshold), NOW)
                    .some(connection, 1000);
        }
    }
}

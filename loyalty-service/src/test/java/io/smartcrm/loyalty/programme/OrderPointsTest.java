package io.smartcrm.loyalty.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerVerification;
import io.smartcrm.loyalty.earning.Conditions;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.Effect;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.earning.TierPolicy;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.EarningOrder.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPointsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Programme PROGRAMME = new Programme(
            "Tea club",
            true,
            new Programme.Terms(
                    Instant.EPOCH, "EUR", Period.ofDays(14), Period.ofMonths(12), NegativePolicy.OWE, 0, 500),
            new TierPolicy(
                    TierPolicy.Measure.POINTS,
                    Period.ofMonths(12),
                    Period.ofDays(30),
                    List.of(new Tier("silver", 50), new Tier("gold", 200))),
            List.of(new EarningRule("euro", true, new Effect.PerAmount(1, 100), Conditions.NONE, 0)),
            Optional.empty(),
            1);

    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();
    private Connection connection;

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void anOrderEarnsPendingPointsAndATier() throws SQLException {
        // When
        apply(sale(UUID.randomUUID(), 1, 6000));

        // Then
        var account = new AccountTable(connection).find(customer);
        assertThat(account.balance()).isEqualTo(new Balance(0, 60, 0));
        assertThat(account.tier()).contains("silver");
    }

    @Test
    void anOrderOfLongAgoEarnsPointsToSpend() throws SQLException {
        // Given
        EarningOrder old = sale(UUID.randomUUID(), 1, 6000);

        // When
        apply(at(old, NOON.minusSeconds(86_400 * 20)));

        // Then
        assertThat(balance()).isEqualTo(new Balance(60, 0, 0));
    }

    @Test
    void aRefundTakesItsShareBackHoweverOftenItIsTold() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        EarningOrder refund = refund(order, -2000);
        apply(sale(order, 1, 6000));

        // When
        apply(refund);
        apply(refund);

        // Then
        assertThat(balance()).isEqualTo(new Balance(0, 40, 0));
    }

    @Test
    void aRefundThatComesBeforeItsOrderCounts() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        apply(refund(order, -6000));

        // When
        apply(sale(order, 1, 6000));

        // Then
        assertThat(balance()).isEqualTo(Balance.NOTHING);
    }

    @Test
    void aCorrectedOrderEarnsTheDifference() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        apply(sale(order, 2, 6000));

        // When
        apply(sale(order, 3, 9000));
        apply(sale(order, 1, 100));

        // Then
        assertThat(balance()).isEqualTo(new Balance(0, 90, 0));
    }

    @Test
    void aCancelledOrderEarnsNothing() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        apply(sale(order, 1, 6000));

        // When
        apply(new EarningOrder(
                order, 2, Optional.of(customer), Kind.NOTHING, NOON, "EUR", 6000, Optional.empty(), "", List.of()));

        // Then
        assertThat(balance()).isEqualTo(Balance.NOTHING);
    }

    @Test
    void anOrderThatTurnsOutToBeAnothersMovesItsPoints() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        apply(sale(order, 1, 6000));

        // When
        apply(new EarningOrder(
                order, 2, Optional.of(other), Kind.SALE, NOON, "EUR", 6000, Optional.empty(), "", List.of()));

        // Then
        assertThat(balance()).isEqualTo(Balance.NOTHING);
        assertThat(new AccountTable(connection).find(other).balance()).isEqualTo(new Balance(0, 60, 0));
    }

    @Test
    void aGuestsOrderEarnsWhenItIsKnownWhose() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        apply(new EarningOrder(
                order, 1, Optional.empty(), Kind.SALE, NOON, "EUR", 6000, Optional.empty(), "", List.of()));

        // When
        apply(sale(order, 2, 6000));

        // Then
        assertThat(balance()).isEqualTo(new Balance(0, 60, 0));
    }

    @Test
    void anOrderOnABirthdayEarnsForIt() throws SQLException {
        // Given
        var conditions = new Conditions(
                Optional.empty(),
                Optional.empty(),
                0,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                OptionalInt.of(3));
        var programme = new Programme(
                "Tea club",
                true,
                PROGRAMME.terms(),
                PROGRAMME.tiers(),
                List.of(new EarningRule("birthday", true, new Effect.Bonus(70), conditions, 0)),
                Optional.empty(),
                1);
        database.execute("insert into customer_birthday values ('" + customer + "', '1980-03-03')");

        // When
        new OrderPoints(connection, programme, Clock.fixed(NOON, ZoneOffset.UTC))
                .apply(List.of(
                        sale(UUID.randomUUID(), 1, 100),
                        at(sale(UUID.randomUUID(), 1, 100), NOON.minus(Duration.ofDays(2)))));
        connection.commit();

        // Then
        assertThat(balance()).isEqualTo(new Balance(0, 70, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doubledAndShuffledEventsEndAsOrderedOnes(long seed) throws SQLException {
        // Given
        List<EarningOrder> events = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            UUID order = UUID.randomUUID();
            events.add(sale(order, 1, 100L * i));
            events.add(sale(order, 2, 150L * i));
            if (i % 3 == 0) {
                events.add(refund(order, -50L * i));
            }
        }
        List<EarningOrder> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        for (int i = 0; i < shuffled.size(); i += 7) {
            apply(shuffled.subList(i, Math.min(shuffled.size(), i + 7)).toArray(EarningOrder[]::new));
        }

        // Then
        long points = 0;
        for (int i = 1; i <= 20; i++) {
            long gross = 150L * i / 100;
            points += i % 3 == 0 ? gross * (100L * i) / (150L * i) : gross;
        }
        assertThat(balance()).isEqualTo(new Balance(0, points, 0));
        assertThat(new LedgerVerification(connection).verify().holds()).isTrue();
    }

    private void apply(EarningOrder... orders) throws SQLException {
        new OrderPoints(connection, PROGRAMME, Clock.fixed(NOON, ZoneOffset.UTC)).apply(List.of(orders));
        connection.commit();
    }

    private Balance balance() throws SQLException {
        Balance balance = new AccountTable(connection).find(customer).balance();
        connection.commit();
        return balance;
    }

    private EarningOrder sale(UUID id, long version, long cents) {
        return new EarningOrder(
                id, version, Optional.of(customer), Kind.SALE, NOON, "EUR", cents, Optional.empty(), "", List.of());
    }

    private EarningOrder refund(UUID order, long cents) {
        return new EarningOrder(
                UUID.nameUUIDFromBytes(order.toString().getBytes(UTF_8)),
                1,
                Optional.of(customer),
                Kind.REFUND,
                NOON,
                "EUR",
                cents,
                Optional.of(order),
                "",
                List.of());
    }

    private static EarningOrder at(EarningOrder order, Instant time) {
        return new EarningOrder(
                order.id(),
                order.version(),
                order.customer(),
                order.kind(),
                time,
                order.currencyCode(),
                order.minorUnits(),
                order.refunded(),
                order.channel(),
                order.lines());
    }
}

package io.smartcrm.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerVerification;
import io.smartcrm.loyalty.earning.Conditions;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.Effect;
import io.smartcrm.loyalty.earning.Purchase.Line;
import io.smartcrm.loyalty.earning.TierPolicy;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points by categories of products that become known before or after they are bought. */
class CategoryPointsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Programme PROGRAMME = new Programme(
            "Tea club",
            true,
            new Programme.Terms(
                    Instant.EPOCH, "EUR", Period.ofDays(14), Period.ofMonths(12), NegativePolicy.OWE, 0, 500),
            new TierPolicy(TierPolicy.Measure.POINTS, Period.ofMonths(12), Period.ZERO, List.of()),
            List.of(
                    new EarningRule("euro", true, new Effect.PerAmount(1, 100), Conditions.NONE, 0),
                    new EarningRule("tea", true, new Effect.PerAmount(3, 100), of("Drinks/Tea"), 0)),
            Optional.empty(),
            1);

    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();
    private final UUID sencha = UUID.randomUUID();
    private final UUID cup = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
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
    void anOrderOfKnownProductsEarnsByTheirCategories() throws SQLException {
        // Given
        tell(sencha, "Drinks/Tea/Green", NOON);
        tell(cup, "Home", NOON);

        // When
        buy(1);

        // Then
        assertThat(points()).isEqualTo(10 + 12);
        assertThat(waiting()).isZero();
    }

    @Test
    void anOrderThatCameBeforeItsProductsIsValuedAgain() throws SQLException {
        // Given
        buy(1);
        long before = points();

        // When
        tell(sencha, "Drinks/Tea/Green", NOON);
        tell(cup, "Home", NOON);

        // Then
        assertThat(before).isEqualTo(10);
        assertThat(points()).isEqualTo(10 + 12);
        assertThat(waiting()).isZero();
        assertThat(new LedgerVerification(connection).verify().holds()).isTrue();
    }

    @Test
    void ordersThatWaitTogetherKeepTheirOwnLines() throws SQLException {
        // Given
        List<EarningOrder> orders = new ArrayList<>();
        for (int lines = 1; lines <= 4; lines++) {
            List<Line> bought = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                bought.add(new Line(line == lines - 1 ? sencha : cup, 100L * (line + 1)));
            }
            orders.add(sale(UUID.randomUUID(), 1, bought));
        }
        apply(orders);
        long before = waiting();

        // When
        tell(cup, "Home", NOON);
        tell(sencha, "Drinks/Tea", NOON);

        // Then
        assertThat(before).isEqualTo(4);
        assertThat(waiting()).isZero();
        assertThat(points()).isEqualTo(1 + 3 + 6 + 10 + 3 * (1 + 2 + 3 + 4));
    }

    @Test
    void aProductThatMovesLeavesWhatWasEarned() throws SQLException {
        // Given
        tell(sencha, "Drinks/Tea", NOON);
        tell(cup, "Home", NOON);
        buy(1);

        // When
        tell(sencha, "Garden", NOON.plusSeconds(60));

        // Then
        assertThat(points()).isEqualTo(22);
    }

    @Test
    void anOlderStateOfAProductIsNotTaken() throws SQLException {
        // Given
        tell(sencha, "Drinks/Tea", NOON);
        tell(cup, "Home", NOON);
        tell(sencha, "Garden", NOON.minusSeconds(60));

        // When
        buy(1);

        // Then
        assertThat(points()).isEqualTo(22);
    }

    @Test
    void aRefundThatCameMeanwhileCounts() throws SQLException {
        // Given
        buy(1);
        apply(new EarningOrder(
                UUID.randomUUID(),
                1,
                Optional.of(customer),
                Kind.REFUND,
                NOON,
                "EUR",
                -500,
                Optional.of(order),
                "",
                List.of()));

        // When
        tell(sencha, "Drinks/Tea", NOON);

        // Then
        assertThat(points()).isEqualTo(11);
    }

    @Test
    void whatWasForgottenDoesNotWait() throws SQLException {
        // Given
        buy(1);

        // When
        new EarningData().erase(connection, customer.toString());
        connection.commit();
        tell(sencha, "Drinks/Tea", NOON);

        // Then
        assertThat(waiting()).isZero();
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void aProductWaitsForTheOrderThatIsBeingValued() throws Exception {
        // Given
        tell(cup, "Home", NOON);
        new OrderPoints(connection, PROGRAMME, clock()).apply(List.of(sale(1)));

        // When
        CompletableFuture<Void> told = CompletableFuture.runAsync(this::tellMeanwhile);
        boolean early = isDoneWithin(told, Duration.ofMillis(300));
        connection.commit();
        told.get(30, TimeUnit.SECONDS);

        // Then
        assertThat(early).isFalse();
        assertThat(points()).isEqualTo(22);
    }

    private void tellMeanwhile() {
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            tell(other, sencha, "Drinks/Tea", NOON);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isDoneWithin(CompletableFuture<Void> work, Duration time) throws Exception {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException waits) {
            return false;
        }
    }

    private static Conditions of(String category) {
        return new Conditions(
                Optional.empty(),
                Optional.empty(),
                0,
                Set.of(),
                Set.of(category),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                OptionalInt.empty());
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private void buy(long version) throws SQLException {
        apply(sale(version));
    }

    private EarningOrder sale(long version) {
        return sale(order, version, List.of(new Line(sencha, 400), new Line(cup, 600)));
    }

    private EarningOrder sale(UUID id, long version, List<Line> lines) {
        long total = lines.stream().mapToLong(Line::minorUnits).sum();
        return new EarningOrder(
                id, version, Optional.of(customer), Kind.SALE, NOON, "EUR", total, Optional.empty(), "web", lines);
    }

    private void apply(EarningOrder told) throws SQLException {
        apply(List.of(told));
    }

    private void apply(List<EarningOrder> told) throws SQLException {
        new OrderPoints(connection, PROGRAMME, clock()).apply(told);
        connection.commit();
    }

    private void tell(UUID product, String category, Instant time) throws SQLException {
        tell(connection, product, category, time);
    }

    /** As the consumer does. */
    private static void tell(Connection connection, UUID product, String category, Instant time) throws SQLException {
        var table = new CategoryTable(connection);
        table.lock();
        table.put(List.of(new ProductFact(product, category, time)));
        new OrderPoints(connection, PROGRAMME, clock()).valueWaiting(List.of(product));
        connection.commit();
    }

    private long points() throws SQLException {
        long points = new AccountTable(connection).find(customer).balance().pending();
        connection.commit();
        return points;
    }

    private long waiting() throws SQLException {
        long orders = new WaitingOrderTable(connection)
                .waitingFor(List.of(sencha, cup))
                .size();
        connection.commit();
        return orders;
    }
}

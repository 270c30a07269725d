package io.smartcrm.loyalty.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerFixture;
import io.smartcrm.loyalty.account.Posting;
import io.smartcrm.loyalty.account.PostingTables;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.programme.OrderFixture;
import io.smartcrm.outbox.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(60));
    private static final Instant A_YEAR_AGO = NOON.minus(Duration.ofDays(400));
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static LoyaltyDatabase tables;
    private static Database database;

    private final UUID loser = UUID.randomUUID();
    private final UUID winner = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    @BeforeAll
    static void aProgramme() throws SQLException {
        tables = LoyaltyDatabase.create();
        database = tables.pool();
        OrderFixture.programme(tables, "OWE");
    }

    @AfterEach
    void theLedgerHolds() {
        LedgerFixture.verified(database);
    }

    @Test
    void whatAMemberOwesIsPaidByTheOneItBecomes() {
        // Given
        owes(60);
        adjust(winner, 100);

        // When
        merge(loser, winner);

        // Then
        assertThat(balance(loser)).isEqualTo(Balance.NOTHING);
        assertThat(balance(winner)).isEqualTo(new Balance(40, 0, 0));
    }

    @Test
    void whatCannotBePaidIsOwedOn() {
        // Given
        owes(60);
        adjust(winner, 25);

        // When
        merge(loser, winner);

        // Then
        assertThat(balance(winner)).isEqualTo(new Balance(0, 0, 35));
    }

    @Test
    void aMergeThatIsUndoneGivesDebtsBack() {
        // Given
        owes(60);
        adjust(winner, 100);
        merge(loser, winner);

        // When
        part(loser);

        // Then
        assertThat(balance(loser)).isEqualTo(new Balance(0, 0, 60));
        assertThat(balance(winner)).isEqualTo(new Balance(100, 0, 0));
    }

    @ParameterizedTest(name = "orders first: {0}")
    @ValueSource(booleans = {true, false})
    void pointsThatWereSpentAreNotGrantedAgainWithTheOrder(boolean ordersFirst) {
        // Given
        sold(1, loser, 9000);
        spend(loser, 70);
        adjust(loser, 5);
        adjust(winner, 100);

        // When
        if (ordersFirst) {
            sold(2, winner, 9000);
            merge(loser, winner);
        } else {
            merge(loser, winner);
            sold(2, winner, 9000);
        }

        // Then
        assertThat(balance(loser)).isEqualTo(Balance.NOTHING);
        assertThat(balance(winner)).isEqualTo(new Balance(100 + 90 - 70 + 5, 0, 0));
    }

    @ParameterizedTest(name = "orders first: {0}")
    @ValueSource(booleans = {true, false})
    void aMergeThatIsUndoneLeavesBothAsTheyWere(boolean ordersFirst) {
        // Given
        sold(1, loser, 9000);
        spend(loser, 70);
        adjust(loser, 5);
        adjust(winner, 100);
        merge(loser, winner);
        sold(2, winner, 9000);

        // When
        if (ordersFirst) {
            sold(3, loser, 9000);
            part(loser);
        } else {
            part(loser);
            sold(3, loser, 9000);
        }

        // Then
        assertThat(balance(loser)).isEqualTo(new Balance(25, 0, 0));
        assertThat(balance(winner)).isEqualTo(new Balance(100, 0, 0));
    }

    @Test
    void pointsOfAReturnWindowStayPendingAndWithTheirOrder() {
        // Given
        OrderFixture.sold(database, order, 1, loser, NOON, 9000, CLOCK);
        merge(loser, winner);
        OrderFixture.sold(database, order, 2, winner, NOON, 9000, CLOCK);

        // When
        OrderFixture.refunded(database, order, winner, NOON, -3000, CLOCK);

        // Then
        assertThat(balance(winner)).isEqualTo(new Balance(0, 60, 0));
    }

    @Test
    void aRefundThatComesBeforeItsOrderIsHandedOverCounts() {
        // Given
        OrderFixture.sold(database, order, 1, loser, NOON, 9000, CLOCK);
        merge(loser, winner);
        OrderFixture.refunded(database, order, loser, NOON, -3000, CLOCK);

        // When
        OrderFixture.sold(database, order, 2, winner, NOON, 9000, CLOCK);

        // Then
        assertThat(balance(loser)).isEqualTo(Balance.NOTHING);
        assertThat(balance(winner)).isEqualTo(new Balance(0, 60, 0));
    }

    @Test
    void whatWasSpentTogetherIsOwedByTheOneWhoStays() {
        // Given
        adjust(loser, 80);
        adjust(winner, 20);
        merge(loser, winner);
        spend(winner, 90);

        // When
        part(loser);

        // Then
        assertThat(balance(loser)).isEqualTo(new Balance(80, 0, 0));
        assertThat(balance(winner)).isEqualTo(new Balance(0, 0, 70));
    }

    @ParameterizedTest(name = "orders first: {0}")
    @ValueSource(booleans = {true, false})
    void whatExpiredBeforeIsNeitherOwedNorBack(boolean ordersFirst) {
        // Given
        longAgo(90, 30);
        adjust(winner, 100);

        // When
        inTurn(ordersFirst, () -> soldLongAgo(2, winner), () -> merge(loser, winner));
        Balance merged = balance(winner);
        inTurn(ordersFirst, () -> soldLongAgo(3, loser), () -> part(loser));

        // Then
        assertThat(merged).isEqualTo(new Balance(100, 0, 0));
        assertThat(balance(loser)).isEqualTo(Balance.NOTHING);
        assertThat(balance(winner)).isEqualTo(new Balance(100, 0, 0));
    }

    @ParameterizedTest(name = "orders first: {0}")
    @ValueSource(booleans = {true, false})
    void whatExpiresWhileTheyAreOneIsNotOwedAfterwards(boolean ordersFirst) {
        // Given
        longAgo(90, 30);
        adjust(winner, 100);
        Clock before = Clock.fixed(A_YEAR_AGO, ZoneOffset.UTC);
        inTurn(
                ordersFirst,
                () -> OrderFixture.sold(
                        database, order, 2, winner, A_YEAR_AGO.minus(Duration.ofDays(60)), 9000, before),
                () -> MergeFixture.merged(database, loser, winner, before));

        // When
        inTurn(ordersFirst, () -> soldLongAgo(3, loser), () -> part(loser));

        // Then
        assertThat(balance(loser)).isEqualTo(Balance.NOTHING);
        assertThat(balance(winner)).isEqualTo(new Balance(100, 0, 0));
    }

    /** Points that are available and expire before noon. */
    private void longAgo(long points, long spent) {
        Clock before = Clock.fixed(A_YEAR_AGO, ZoneOffset.UTC);
        OrderFixture.sold(database, order, 1, loser, A_YEAR_AGO.minus(Duration.ofDays(60)), points * 100, before);
        database.transaction(connection -> new PostingTables(connection, before)
                .post(List.of(Posting.of(new Command.Spend(loser, spent, "", "test"))))
                .get(0));
    }

    private void soldLongAgo(long version, UUID customer) {
        OrderFixture.sold(database, order, version, customer, A_YEAR_AGO.minus(Duration.ofDays(60)), 9000, CLOCK);
    }

    private static void inTurn(boolean inOrder, Runnable one, Runnable other) {
        (inOrder ? one : other).run();
        (inOrder ? other : one).run();
    }

    @Test
    void theSameMergeToldAgainChangesNothing() {
        // Given
        adjust(loser, 80);
        merge(loser, winner);

        // When
        merge(loser, winner);

        // Then
        assertThat(balance(winner)).isEqualTo(new Balance(80, 0, 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mergesOfMergesLeaveEverybodyAsTheyWereInWhateverOrderTheyAreTold(long seed) {
        // Given
        UUID last = UUID.randomUUID();
        sold(1, loser, 9000);
        spend(loser, 70);
        adjust(winner, 11);
        adjust(last, 7);
        List<Deque<Runnable>> told = List.of(
                queue(() -> merge(loser, winner), () -> part(loser)),
                queue(() -> merge(winner, last), () -> part(winner), () -> merge(winner, loser), () -> part(winner)),
                queue(() -> sold(2, winner, 9000), () -> sold(3, last, 9000)),
                queue(() -> adjust(winner, 3)));

        // When
        shuffled(told, new Random(seed)).forEach(Runnable::run);
        sold(4, loser, 9000);

        // Then
        assertThat(balance(loser)).isEqualTo(new Balance(20, 0, 0));
        assertThat(balance(last)).isEqualTo(new Balance(7, 0, 0));
        assertThat(balance(winner)).isEqualTo(new Balance(14, 0, 0));
    }

    private static Deque<Runnable> queue(Runnable... events) {
        return new ArrayDeque<>(List.of(events));
    }

    /** Each queue in its order, as events of one key are. */
    private static List<Runnable> shuffled(List<Deque<Runnable>> queues, Random random) {
        List<Runnable> shuffled = new ArrayList<>();
        List<Deque<Runnable>> left = new ArrayList<>(queues);
        while (!left.isEmpty()) {
            Deque<Runnable> queue = left.get(random.nextInt(left.size()));
            shuffled.add(queue.remove());
            left.removeIf(Deque::isEmpty);
        }
        return shuffled;
    }

    private void owes(int points) {
        sold(1, loser, points * 100L);
        spend(loser, points);
        OrderFixture.refunded(database, order, loser, LONG_AGO, -points * 100L, CLOCK);
    }

    private void sold(long version, UUID customer, long cents) {
        OrderFixture.sold(database, order, version, customer, LONG_AGO, cents, CLOCK);
    }

    private static void merge(UUID member, UUID into) {
        MergeFixture.merged(database, member, into, CLOCK);
    }

    private static void part(UUID member) {
        MergeFixture.parted(database, member, CLOCK);
    }

    private static void adjust(UUID customer, long points) {
        post(new Command.Adjust(customer, points, Lot.NEVER, "a start", "test"));
    }

    private static void spend(UUID customer, long points) {
        post(new Command.Spend(customer, points, "", "test"));
    }

    private static void post(Command command) {
        database.transaction(connection -> new PostingTables(connection, CLOCK)
                .post(List.of(Posting.of(command)))
                .get(0));
    }

    private static Balance balance(UUID customer) {
        return database.transaction(
                connection -> new AccountTable(connection).find(customer).balance());
    }
}

package io.smartcrm.loyalty.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Kind;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ACTOR = "test";

    private static LoyaltyDatabase database;

    private final UUID customer = UUID.randomUUID();
    private Connection connection;
    private Instant now = NOON;

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = open();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatIsPostedIsThereToSpend() throws SQLException {
        // Given
        post(grant(100));

        // When
        Outcome spent = post(keyed("spend", new Command.Spend(customer, 40, "tea", ACTOR)));

        // Then
        assertThat(spent.orThrow().after()).isEqualTo(new Balance(60, 0, 0));
        assertThat(new AccountTable(connection).find(customer).balance()).isEqualTo(new Balance(60, 0, 0));
        assertThat(new AccountTable(connection).history(customer, Optional.empty(), 10))
                .extracting(PointsTransaction::kind)
                .containsExactly(Kind.SPEND, Kind.ADJUST);
        verified();
    }

    @Test
    void theSameCommandTwiceIsDoneOnceAndAnsweredTheSame() throws SQLException {
        // Given
        post(grant(100));
        Posting spend = keyed("twice", new Command.Spend(customer, 40, "tea", ACTOR));

        // When
        Outcome first = post(spend);
        Outcome second = post(spend);
        List<Outcome> together = tables().post(List.of(
                keyed("pair", new Command.Spend(customer, 5, "", ACTOR)),
                keyed("pair", new Command.Spend(customer, 5, "", ACTOR))));
        connection.commit();

        // Then
        assertThat(second.orThrow()).isEqualTo(first.orThrow());
        assertThat(together.get(1).orThrow()).isEqualTo(together.get(0).orThrow());
        assertThat(new AccountTable(connection).find(customer).balance().available())
                .isEqualTo(55);
        verified();
    }

    @Test
    void theKeyOfAnotherCommandIsRefused() throws SQLException {
        // Given
        post(grant(100));
        post(new Posting(Optional.of("k" + customer), "40", new Command.Spend(customer, 40, "", ACTOR)));

        // When
        Outcome other =
                post(new Posting(Optional.of("k" + customer), "50", new Command.Spend(customer, 50, "", ACTOR)));

        // Then
        assertThat(other.failure()).map(Failure::reason).contains("IDEMPOTENCY_KEY_REUSED");
        verified();
    }

    @Test
    void whatWasRefusedMayBeAskedAgainWithTheSameKey() throws SQLException {
        // Given
        Posting spend = keyed("again", new Command.Spend(customer, 40, "", ACTOR));
        Outcome refused = post(spend);
        post(grant(100));

        // When
        Outcome done = post(spend);

        // Then
        assertThat(refused.failure()).map(Failure::reason).contains("INSUFFICIENT_POINTS");
        assertThat(done.orThrow().after().available()).isEqualTo(60);
    }

    @Test
    void oneRefusalDoesNotConcernTheOthersOfABatch() throws SQLException {
        // When
        List<Outcome> outcomes = tables().post(List.of(
                grant(100),
                keyed("much", new Command.Spend(customer, 1000, "", ACTOR)),
                keyed("little", new Command.Spend(customer, 10, "", ACTOR))));
        connection.commit();

        // Then
        assertThat(outcomes.get(1).failure()).isPresent();
        assertThat(outcomes.get(2).orThrow().after().available()).isEqualTo(90);
        verified();
    }

    @Test
    void whatIsDueIsReleasedAndExpiredForEverybody() throws SQLException {
        // Given
        UUID order = UUID.randomUUID();
        Instant release = NOON.plus(Duration.ofDays(14));
        Instant expiry = NOON.plus(Duration.ofDays(30));
        post(Posting.of(new Command.Earn(customer, order, 70, release, expiry, ACTOR)));

        // When
        settle(release);
        Balance released = new AccountTable(connection).find(customer).balance();
        settle(expiry);
        Balance expired = new AccountTable(connection).find(customer).balance();

        // Then
        assertThat(released).isEqualTo(new Balance(70, 0, 0));
        assertThat(expired).isEqualTo(Balance.NOTHING);
        verified();
    }

    @Test
    void aRedemptionTakesStockAndItsCancellationGivesItBack() throws SQLException {
        // Given
        UUID reward = UUID.randomUUID();
        database.execute("""
                insert into reward (id, name, description, cost, active, from_time, to_time, tiers, voucher_days, stock, version)
                values ('%s', '%s', '', 30, true, '-infinity', '9999-12-31', '{}', 30, 1, 1)""".formatted(reward, reward));
        post(grant(100));
        PointsTransaction paid =
                post(keyed("redeem", redeem(reward, "FIRST-" + customer))).orThrow();
        Outcome soldOut = post(keyed("redeem 2", redeem(reward, "SECOND-" + customer)));

        // When
        post(keyed("cancel", new Command.Cancel(customer, paid.id(), "mistake", ACTOR)));
        Outcome again = post(keyed("cancel 2", new Command.Cancel(customer, paid.id(), "mistake", ACTOR)));

        // Then
        assertThat(paid.voucher()).contains("FIRST-" + customer);
        assertThat(soldOut.failure()).map(Failure::reason).contains("REWARD_OUT_OF_STOCK");
        assertThat(again.failure()).map(Failure::reason).contains("ALREADY_CANCELLED");
        assertThat(database.rows("select stock from reward where id = '" + reward + "'"))
                .containsExactly(List.of("1"));
        assertThat(database.rows("select state from voucher where reward_id = '" + reward + "'"))
                .containsExactly(List.of("VOID"));
        assertThat(new AccountTable(connection).find(customer).balance().available())
                .isEqualTo(100);
        verified();
    }

    @Test
    void aCouponIsCashedOnce() throws SQLException {
        // Given
        String code = "C-" + customer;
        database.execute("""
                insert into coupon (code, campaign, points, max_uses, per_customer, from_time, to_time)
                values ('%s', 'spring', 25, 1, 1, '-infinity', '9999-12-31')""".formatted(code));

        // When
        Outcome cashed = post(keyed("cash", new Command.CashCoupon(customer, code, Lot.NEVER, ACTOR)));
        Outcome again = post(keyed("cash 2", new Command.CashCoupon(UUID.randomUUID(), code, Lot.NEVER, ACTOR)));

        // Then
        assertThat(cashed.orThrow().points()).isEqualTo(25);
        assertThat(again.failure()).map(Failure::reason).contains("COUPON_USED_UP");
        verified();
    }

    @Test
    void whatIsSimulatedIsNotDone() throws SQLException {
        // Given
        post(grant(100));

        // When
        Outcome simulated = tables().simulate(List.of(keyed("dry", new Command.Spend(customer, 40, "", ACTOR))))
                .get(0);
        connection.commit();

        // Then
        assertThat(simulated.orThrow().after().available()).isEqualTo(60);
        assertThat(new AccountTable(connection).find(customer).balance().available())
                .isEqualTo(100);
    }

    /** Each of 32 clients sends each of its 20 commands twice: 640 that want 50 each, for 1,000 points. */
    @Test
    void concurrentRedeemersNeverOverspend() throws Exception {
        // Given
        post(grant(1000));
        List<Callable<List<Outcome>>> clients = new ArrayList<>();
        for (int client = 0; client < 32; client++) {
            clients.add(redeemer(client));
        }
        var threads = Executors.newFixedThreadPool(32);

        // When
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<List<Outcome>> client : threads.invokeAll(clients)) {
                outcomes.addAll(client.get());
            }
        } finally {
            threads.shutdownNow();
        }

        // Then
        assertThat(outcomes).hasSize(32 * 20 * 2);
        List<UUID> paid = outcomes.stream()
                .flatMap(outcome -> outcome.transaction().stream())
                .map(PointsTransaction::id)
                .toList();
        assertThat(paid.stream().distinct()).hasSize(20);
        assertThat(paid).hasSize(40);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
                .hasSize(outcomes.size() - 40)
                .allMatch(failure -> failure.reason().equals("INSUFFICIENT_POINTS"));
        assertThat(new AccountTable(connection).find(customer).balance()).isEqualTo(Balance.NOTHING);
        assertThat(database.rows("select -sum(points) from points_entry where account = 'MEMBER' and points < 0"
                        + " and customer_id = '" + customer + "'"))
                .containsExactly(List.of("1000"));
        verified();
    }

    private Callable<List<Outcome>> redeemer(int client) {
        return () -> {
            List<Outcome> outcomes = new ArrayList<>();
            try (Connection own = open()) {
                for (int i = 0; i < 20; i++) {
                    Posting spend =
                            keyed("client " + client + " command " + i, new Command.Spend(customer, 50, "", ACTOR));
                    for (int time = 0; time < 2; time++) {
                        outcomes.addAll(new PostingTables(own, Clock.systemUTC()).post(List.of(spend)));
                        own.commit();
                    }
                }
            }
            return outcomes;
        };
    }

    private static Connection open() throws SQLException {
        Connection opened = database.connect();
        opened.setAutoCommit(false);
        return opened;
    }

    private PostingTables tables() {
        now = now.plusMillis(1);
        return new PostingTables(connection, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Outcome post(Posting posting) throws SQLException {
        Outcome outcome = tables().post(List.of(posting)).get(0);
        connection.commit();
        return outcome;
    }

    private void settle(Instant now) throws SQLException {
        Settlements.settleSome(connection, Clock.fixed(now, ZoneOffset.UTC));
        connection.commit();
    }

    private Posting grant(long points) {
        return Posting.of(new Command.Adjust(customer, points, Lot.NEVER, "a start", ACTOR));
    }

    private Command.Redeem redeem(UUID reward, String code) {
        return new Command.Redeem(customer, reward, code, ACTOR);
    }

    private Posting keyed(String key, Command command) {
        return new Posting(Optional.of(key + " of " + customer), command.toString(), command);
    }

    private void verified() throws SQLException {
        try (Connection own = open()) {
            assertThat(new LedgerVerification(own).verify().checks()).allMatch(check -> check.violations() == 0);
        }
    }
}

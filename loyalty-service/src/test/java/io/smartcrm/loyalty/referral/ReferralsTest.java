package io.smartcrm.loyalty.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerFixture;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.referral.Referral.State;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int PER_MEMBER = 3;

    private static LoyaltyDatabase tables;
    private static Database database;
    private static Referrals referrals;

    private final UUID member = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private String code = "";

    @BeforeAll
    static void aProgramme() throws SQLException {
        tables = LoyaltyDatabase.create();
        database = tables.pool();
        referrals = new Referrals(database);
        tables.execute("""
                insert into programme (name, state, start_time, currency_code, return_window_days, validity_months,
                    negative_policy, max_points_per_order, minor_units_per_thousand_points, tier_measure,
                    tier_period_months, tier_grace_days, version, referrer_points, referred_points,
                    referral_minimum_minor_units, referrals_per_member, update_time)
                values ('Tea club', 'ACTIVE', '2020-01-01', 'EUR', 14, 12, 'OWE', 0, 500, 'POINTS', 12, 0, 1, 200, 100,
                    2000, 3, now())""");
    }

    @BeforeEach
    void aCode() {
        code = referrals.code(member);
    }

    @Test
    void theCodeOfAMemberStaysTheSame() {
        assertThat(referrals.code(member)).isEqualTo(code);
    }

    @Test
    void bothAreCreditedOnceWhenTheReturnWindowEnded() throws SQLException {
        // Given
        claim(friend, code);
        buys(friend, 2500, 1);
        credit(10);
        Balance early = balance(member);

        // When
        credit(16);
        credit(17);

        // Then
        assertThat(early).isEqualTo(Balance.NOTHING);
        assertThat(balance(member)).isEqualTo(new Balance(200, 0, 0));
        assertThat(balance(friend)).isEqualTo(new Balance(100, 0, 0));
        assertThat(referrals.list(member, Optional.empty(), 10))
                .extracting(Referral::state)
                .containsExactly(State.CREDITED);
        LedgerFixture.verified(database);
    }

    @Test
    void whatIsGivenBackInTimeCreditsNobody() throws SQLException {
        // Given
        claim(friend, code);
        UUID order = buys(friend, 2500, 1);
        tables.execute("insert into points_order (order_id, version, customer_id, kind, order_time, currency_code,"
                + " minor_units, refunded_order_id) values ('" + UUID.randomUUID() + "', 1, '" + friend
                + "', 'REFUND', '" + NOON + "', 'EUR', -2500, '" + order + "')");

        // When
        credit(16);

        // Then
        assertThat(states()).containsExactly(State.GIVEN_BACK);
        assertThat(balance(member)).isEqualTo(Balance.NOTHING);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"referrer_points", "referred_points"})
    void whatTheLedgerRefusesEndsAloneAndCreditsNeither(String points) throws SQLException {
        // Given
        Referral refused = claim(friend, code);
        UUID other = UUID.randomUUID();
        claim(other, code);
        buys(friend, 2500, 1);
        buys(other, 2500, 1);
        tables.execute("update referral set " + points + " = 2000000000 where id = '" + refused.id() + "'");

        // When
        credit(16);

        // Then
        assertThat(states()).containsExactly(State.CREDITED, State.REFUSED);
        assertThat(referrals.list(member, Optional.empty(), 10).get(1).refusal())
                .contains("POINTS_OUT_OF_RANGE: 2000000000 is not from 1 to 1000000000 points");
        assertThat(balance(member)).isEqualTo(new Balance(200, 0, 0));
        assertThat(balance(other)).isEqualTo(new Balance(100, 0, 0));
        assertThat(balance(friend)).isEqualTo(Balance.NOTHING);
        LedgerFixture.verified(database);
    }

    @Test
    void aReferralKeepsTheTermsOfItsDay() throws SQLException {
        // Given
        claim(friend, code);
        buys(friend, 2500, 1);
        tables.execute("update programme set referrer_points = 999");

        // When
        credit(16);

        // Then
        tables.execute("update programme set referrer_points = 200");
        assertThat(balance(member).available()).isEqualTo(200);
    }

    @Test
    void theSameCodeAgainAnswersTheSameReferral() {
        // Given
        Referral first = claim(friend, code);

        // When
        Referral second = claim(friend, code);

        // Then
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void aSecondReferralIsRefused() {
        // Given
        claim(friend, code);
        String other = referrals.code(UUID.randomUUID());

        // When
        Failure failure = refused(friend, other);

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(failure.reason()).isEqualTo("ALREADY_REFERRED");
    }

    @Test
    void nobodyRefersThemselves() {
        assertThat(refused(member, code).reason()).isEqualTo("SELF_REFERRAL");
    }

    @Test
    void aCodeThatNobodyHasIsNotFound() {
        assertThat(refused(friend, "AAAAA-BBBBB-CCCCC").reason()).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }

    @Test
    void whoHasBoughtIsNotNew() throws SQLException {
        // Given
        buys(friend, 100, -1);

        // When
        Failure failure = refused(friend, code);

        // Then
        assertThat(failure.reason()).isEqualTo("ALREADY_BOUGHT");
    }

    @Test
    void anEarlierOrderThatIsToldLaterDeclinesTheReferral() throws SQLException {
        // Given
        claim(friend, code);
        buys(friend, 2500, -1);

        // When
        credit(1);

        // Then
        assertThat(states()).containsExactly(State.BOUGHT_BEFORE);
    }

    @Test
    void withoutTermsThereAreNoReferrals() throws SQLException {
        // Given
        tables.execute("update programme set state = 'PAUSED'");

        // When
        Failure failure = refused(friend, code);

        // Then
        tables.execute("update programme set state = 'ACTIVE'");
        assertThat(failure.reason()).isEqualTo("REFERRALS_CLOSED");
    }

    @Test
    void manyAtOnceDoNotExceedTheMostOfAMember() throws Exception {
        // When
        List<String> outcomes = together(8, () -> outcome(UUID.randomUUID(), code));

        // Then
        assertThat(outcomes).filteredOn("done"::equals).hasSize(PER_MEMBER);
        assertThat(outcomes).filteredOn("REFERRALS_EXHAUSTED"::equals).hasSize(8 - PER_MEMBER);
    }

    @Test
    void ofManyWhoClaimOneCustomerOneSucceeds() throws Exception {
        // When
        List<String> outcomes = together(8, () -> outcome(friend, referrals.code(UUID.randomUUID())));

        // Then
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("ALREADY_REFERRED"::equals).hasSize(7);
    }

    @Test
    void replicasThatCreditTogetherCreditOnce() throws Exception {
        // Given
        claim(friend, code);
        buys(friend, 2500, 1);

        // When
        together(4, () -> {
            credit(16);
            return "";
        });

        // Then
        assertThat(balance(member).available()).isEqualTo(200);
        assertThat(balance(friend).available()).isEqualTo(100);
    }

    @Test
    void whoIsErasedLeavesNoCodeAndNothingThatWaits() throws SQLException {
        // Given
        claim(friend, code);
        buys(friend, 2500, 1);
        var data = new ReferralData();
        List<Map<String, Object>> held = new ArrayList<>();
        database.transaction(connection -> {
            data.export(connection, member.toString(), held::add);
            return data.erase(connection, member.toString());
        });

        // When
        credit(16);

        // Then
        assertThat(held).hasSize(2).first().isEqualTo(Map.of("code", code));
        assertThat(states()).isEmpty();
        assertThat(balance(friend)).isEqualTo(Balance.NOTHING);
        assertThat(refused(friend, code).reason()).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }

    private static Referral claim(UUID customer, String code) {
        return database.transaction(connection -> referrals.claim(connection, customer, code, NOON));
    }

    private static Failure refused(UUID customer, String code) {
        return catchThrowableOfType(Failure.class, () -> claim(customer, code));
    }

    private static String outcome(UUID customer, String code) {
        try {
            claim(customer, code);
            return "done";
        } catch (Failure refused) {
            return refused.reason();
        }
    }

    private static List<String> together(int threads, Callable<String> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> done : pool.invokeAll(Collections.nCopies(threads, work))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    /** As order events leave it. */
    private static UUID buys(UUID customer, long cents, int day) throws SQLException {
        UUID order = UUID.randomUUID();
        tables.execute("insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code,"
                + " minor_units) values ('" + order + "', 1, '" + customer + "', 'SALE', '"
                + NOON.plus(Duration.ofDays(day)) + "', 'EUR', " + cents + ")");
        return order;
    }

    private static void credit(int day) {
        Clock clock = Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        database.transaction(connection -> ReferralCredits.creditSome(connection, clock));
    }

    private List<State> states() {
        return referrals.list(member, Optional.empty(), 10).stream()
                .map(Referral::state)
                .toList();
    }

    private static Balance balance(UUID customer) {
        return database.transaction(
                connection -> new AccountTable(connection).find(customer).balance());
    }
}

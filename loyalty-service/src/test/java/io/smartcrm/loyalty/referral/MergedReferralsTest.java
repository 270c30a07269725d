package io.smartcrm.loyalty.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.LedgerFixture;
import io.smartcrm.loyalty.merging.MergeFixture;
import io.smartcrm.loyalty.programme.OrderFixture;
import io.smartcrm.loyalty.referral.Referral.State;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Referrals of customers who are merged. */
class MergedReferralsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static LoyaltyDatabase tables;
    private static Database database;
    private static Referrals referrals;

    private final UUID member = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private String code = "";

    @BeforeAll
    static void aProgramme() throws SQLException {
        tables = LoyaltyDatabase.create();
        database = tables.pool();
        referrals = new Referrals(database);
        OrderFixture.programme(tables, "OWE");
    }

    @BeforeEach
    void aReferral() {
        code = referrals.code(member);
        claim(friend, code);
    }

    @AfterEach
    void theLedgerHolds() {
        LedgerFixture.verified(database);
    }

    @Test
    void referralsOfAMemberGoToTheOneItBecomes() throws SQLException {
        // Given
        merge(member, other);
        buys(friend, 1);

        // When
        credit(16);

        // Then
        assertThat(list(other)).extracting(Referral::referrer).containsExactly(other);
        assertThat(states(other)).containsExactly(State.CREDITED);
        assertThat(points(other)).isEqualTo(200);
        assertThat(points(member)).isZero();
    }

    @Test
    void theCodeOfAMergedMemberIsTheOneItBecomes() {
        // Given
        merge(member, other);

        // When
        Referral second = claim(UUID.randomUUID(), code);

        // Then
        assertThat(second.referrer()).isEqualTo(other);
        assertThat(refused(other, code).reason()).isEqualTo("SELF_REFERRAL");
        assertThat(referrals.code(member)).isEqualTo(referrals.code(other));
    }

    @Test
    void whoWasReferredIsCreditedAsWhomItBecomes() throws SQLException {
        // Given
        merge(friend, other);
        buys(other, 1);

        // When
        credit(16);

        // Then
        assertThat(list(member)).extracting(Referral::referred).containsExactly(other);
        assertThat(points(other)).isEqualTo(100);
    }

    @Test
    void whoBecomesTheirOwnReferrerIsNotCredited() throws SQLException {
        // Given
        merge(friend, member);
        buys(member, 1);

        // When
        credit(16);

        // Then
        assertThat(states(member)).containsExactly(State.SELF_REFERRAL);
        assertThat(points(member)).isZero();
    }

    @Test
    void whenTheyAreTwoAgainTheReferralIsOneAgain() throws SQLException {
        // Given
        merge(friend, member);
        credit(2);
        part(friend);
        buys(friend, 3);

        // When
        credit(20);

        // Then
        assertThat(states(member)).containsExactly(State.CREDITED);
        assertThat(points(member)).isEqualTo(200);
        assertThat(points(friend)).isEqualTo(100);
    }

    @Test
    void ofTwoReferralsOfOneCustomerTheFirstCounts() throws SQLException {
        // Given
        UUID second = UUID.randomUUID();
        claim(second, referrals.code(other));
        merge(second, friend);
        buys(friend, 1);

        // When
        credit(16);

        // Then
        assertThat(states(member)).containsExactly(State.CREDITED);
        assertThat(states(other)).containsExactly(State.ALREADY_REFERRED);
        assertThat(points(friend)).isEqualTo(100);
        assertThat(points(other)).isZero();
    }

    @Test
    void whatPurchasesOfBothDecidedIsDecidedAgainWhenTheyAreTwo() throws SQLException {
        // Given
        UUID early = buys(other, -100);
        merge(friend, other);
        credit(2);
        List<State> together = states(member);
        part(friend);
        buys(friend, 3);

        // When
        credit(20);

        // Then
        assertThat(early).isNotNull();
        assertThat(together).containsExactly(State.BOUGHT_BEFORE);
        assertThat(states(member)).containsExactly(State.CREDITED);
    }

    private static Referral claim(UUID customer, String code) {
        return database.transaction(connection -> referrals.claim(connection, customer, code, NOON));
    }

    private static Failure refused(UUID customer, String code) {
        return catchThrowableOfType(Failure.class, () -> claim(customer, code));
    }

    private static void merge(UUID customer, UUID into) {
        MergeFixture.merged(database, customer, into, day(1), new PartedReferrals());
    }

    private static void part(UUID customer) {
        MergeFixture.parted(database, customer, day(3), new PartedReferrals());
    }

    private static Clock day(int day) {
        return Clock.fixed(NOON.plus(Duration.ofDays(day)), ZoneOffset.UTC);
    }

    private static UUID buys(UUID customer, int day) throws SQLException {
        UUID order = UUID.randomUUID();
        tables.execute("insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code,"
                + " minor_units) values ('" + order + "', 1, '" + customer + "', 'SALE', '"
                + NOON.plus(Duration.ofDays(day)) + "', 'EUR', 2500)");
        return order;
    }

    private static void credit(int day) {
        database.transaction(connection -> ReferralCredits.creditSome(connection, day(day)));
    }

    private static List<Referral> list(UUID referrer) {
        return referrals.list(referrer, Optional.empty(), 10);
    }

    private static List<State> states(UUID referrer) {
        return list(referrer).stream().map(Referral::state).toList();
    }

    private static long points(UUID customer) {
        return database.transaction(connection ->
                new AccountTable(connection).find(customer).balance().available());
    }
}

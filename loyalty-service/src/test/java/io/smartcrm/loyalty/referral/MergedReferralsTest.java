package io.smartcrm.loyalty.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.merging.MergeFixture;
import io.smartcrm.loyalty.referral.Referral.State;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Referrals of customers who are merged. */
class MergedReferralsTest {
    private static ReferralFixture shop;

    private final UUID member = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private String code = "";

    @BeforeAll
    static void aProgramme() throws SQLException {
        shop = ReferralFixture.create();
    }

    @BeforeEach
    void aReferral() {
        code = shop.code(member);
        shop.claim(friend, code);
    }

    @AfterEach
    void theLedgerHolds() {
        shop.verified();
    }

    @Test
    void referralsOfAMemberGoToTheOneItBecomes() throws SQLException {
        // Given
        merge(member, other);
        shop.buys(friend, 2500, 1);

        // When
        shop.credit(16);

        // Then
        assertThat(shop.list(other)).extracting(Referral::referrer).containsExactly(other);
        assertThat(shop.states(other)).containsExactly(State.CREDITED);
        assertThat(points(other)).isEqualTo(200);
        assertThat(points(member)).isZero();
    }

    @Test
    void theCodeOfAMergedMemberIsTheOneItBecomes() {
        // Given
        merge(member, other);

        // When
        Referral second = shop.claim(UUID.randomUUID(), code);

        // Then
        assertThat(second.referrer()).isEqualTo(other);
        assertThat(shop.refused(other, code).reason()).isEqualTo("SELF_REFERRAL");
        assertThat(shop.code(member)).isEqualTo(shop.code(other));
    }

    @Test
    void whoWasReferredIsCreditedAsWhomItBecomes() throws SQLException {
        // Given
        merge(friend, other);
        shop.buys(other, 2500, 1);

        // When
        shop.credit(16);

        // Then
        assertThat(shop.list(member)).extracting(Referral::referred).containsExactly(other);
        assertThat(points(other)).isEqualTo(100);
    }

    @Test
    void whoBecomesTheirOwnReferrerIsNotCredited() throws SQLException {
        // Given
        merge(friend, member);
        shop.buys(member, 2500, 1);

        // When
        shop.credit(16);

        // Then
        assertThat(shop.states(member)).containsExactly(State.SELF_REFERRAL);
        assertThat(points(member)).isZero();
    }

    @Test
    void whenTheyAreTwoAgainTheReferralIsOneAgain() throws SQLException {
        // Given
        merge(friend, member);
        shop.credit(2);
        part(friend);
        shop.buys(friend, 2500, 3);

        // When
        shop.credit(20);

        // Then
        assertThat(shop.states(member)).containsExactly(State.CREDITED);
        assertThat(points(member)).isEqualTo(200);
        assertThat(points(friend)).isEqualTo(100);
    }

    @Test
    void ofTwoReferralsOfOneCustomerTheFirstCounts() throws SQLException {
        // Given
        UUID second = UUID.randomUUID();
        shop.claim(second, shop.code(other));
        merge(second, friend);
        shop.buys(friend, 2500, 1);

        // When
        shop.credit(16);

        // Then
        assertThat(shop.states(member)).containsExactly(State.CREDITED);
        assertThat(shop.states(other)).containsExactly(State.ALREADY_REFERRED);
        assertThat(points(friend)).isEqualTo(100);
        assertThat(points(other)).isZero();
    }

    @Test
    void whatPurchasesOfBothDecidedIsDecidedAgainWhenTheyAreTwo() throws SQLException {
        // Given
        shop.buys(other, 2500, -100);
        merge(friend, other);
        shop.credit(2);
        List<State> together = shop.states(member);
        part(friend);
        shop.buys(friend, 2500, 3);

        // When
        shop.credit(20);

        // Then
        assertThat(together).containsExactly(State.BOUGHT_BEFORE);
        assertThat(shop.states(member)).containsExactly(State.CREDITED);
    }

    private static void merge(UUID customer, UUID into) {
        MergeFixture.merged(shop.database(), customer, into, ReferralFixture.day(1), new PartedReferrals());
    }

    private static void part(UUID customer) {
        MergeFixture.parted(shop.database(), customer, ReferralFixture.day(3), new PartedReferrals());
    }

    private static long points(UUID customer) {
        return shop.balance(customer).available();
    }
}

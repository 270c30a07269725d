package io.smartcrm.loyalty.referral;

import static io.smartcrm.loyalty.referral.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferralsTest {
    private static final int PER_MEMBER = 3;

    private static ReferralFixture shop;

    private final UUID member = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private String code = "";

    @BeforeAll
    static void aProgramme() throws SQLException {
        shop = ReferralFixture.create();
    }

    @BeforeEach
    void aCode() {
        code = shop.code(member);
    }

    @Test
    void theCodeOfAMemberStaysTheSame() {
        assertThat(shop.code(member)).isEqualTo(code);
    }

    @Test
    void theSameCodeAgainAnswersTheSameReferral() {
        // Given
        Referral first = shop.claim(friend, code);

        // When
        Referral second = shop.claim(friend, code);

        // Then
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void aSecondReferralIsRefused() {
        // Given
        shop.claim(friend, code);
        String other = shop.code(UUID.randomUUID());

        // When
        Failure failure = shop.refused(friend, other);

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(failure.reason()).isEqualTo("ALREADY_REFERRED");
    }

    @Test
    void nobodyRefersThemselves() {
        assertThat(shop.refused(member, code).reason()).isEqualTo("SELF_REFERRAL");
    }

    @Test
    void aCodeThatNobodyHasIsNotFound() {
        assertThat(shop.refused(friend, "AAAAA-BBBBB-CCCCC").reason()).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }

    @Test
    void whoHasBoughtIsNotNew() throws SQLException {
        // Given
        shop.buys(friend, 100, -1);

        // When
        Failure failure = shop.refused(friend, code);

        // Then
        assertThat(failure.reason()).isEqualTo("ALREADY_BOUGHT");
    }

    @Test
    void withoutTermsThereAreNoReferrals() throws SQLException {
        // Given
        shop.tables().execute("update programme set state = 'PAUSED'");

        // When
        Failure failure = shop.refused(friend, code);

        // Then
        shop.tables().execute("update programme set state = 'ACTIVE'");
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
        List<String> outcomes = together(8, () -> outcome(friend, shop.code(UUID.randomUUID())));

        // Then
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("ALREADY_REFERRED"::equals).hasSize(7);
    }

    private static String outcome(UUID customer, String code) {
        try {
            shop.claim(customer, code);
            return "done";
        } catch (Failure refused) {
            return refused.reason();
        }
    }
}

package io.smartcrm.loyalty.referral;

import static io.smartcrm.loyalty.referral.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.referral.Referral.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of referrals when the referred buys. */
class ReferralCreditsTest {
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
    void bothAreCreditedOnceWhenTheReturnWindowEnded() throws SQLException {
        // Given
        shop.claim(friend, code);
        shop.buys(friend, 2500, 1);
        shop.credit(10);
        Balance early = shop.balance(member);

        // When
        shop.credit(16);
        shop.credit(17);

        // Then
        assertThat(early).isEqualTo(Balance.NOTHING);
        assertThat(shop.balance(member)).isEqualTo(new Balance(200, 0, 0));
        assertThat(shop.balance(friend)).isEqualTo(new Balance(100, 0, 0));
        assertThat(shop.list(member)).extracting(Referral::state).containsExactly(State.CREDITED);
        shop.verified();
    }

    @Test
    void whatIsGivenBackInTimeCreditsNobody() throws SQLException {
        // Given
        shop.claim(friend, code);
        UUID order = shop.buys(friend, 2500, 1);
        shop.tables()
                .execute("insert into points_order (order_id, version, customer_id, kind, order_time, currency_code,"
                        + " minor_units, refunded_order_id) values ('" + UUID.randomUUID() + "', 1, '" + friend
                        + "', 'REFUND', '" + ReferralFixture.NOON + "', 'EUR', -2500, '" + order + "')");

        // When
        shop.credit(16);

        // Then
        assertThat(shop.states(member)).containsExactly(State.GIVEN_BACK);
        assertThat(shop.balance(member)).isEqualTo(Balance.NOTHING);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"referrer_points", "referred_points"})
    void whatTheLedgerRefusesEndsAloneAndCreditsNeither(String points) throws SQLException {
        // Given
        Referral refused = shop.claim(friend, code);
        UUID other = UUID.randomUUID();
        shop.claim(other, code);
        shop.buys(friend, 2500, 1);
        shop.buys(other, 2500, 1);
        shop.tables().execute("update referral set " + points + " = 2000000000 where id = '" + refused.id() + "'");

        // When
        shop.credit(16);

        // Then
        assertThat(shop.states(member)).containsExactly(State.CREDITED, State.REFUSED);
        assertThat(shop.list(member).get(1).refusal())
                .contains("POINTS_OUT_OF_RANGE: 2000000000 is not from 1 to 1000000000 points");
        assertThat(shop.balance(member)).isEqualTo(new Balance(200, 0, 0));
        assertThat(shop.balance(other)).isEqualTo(new Balance(100, 0, 0));
        assertThat(shop.balance(friend)).isEqualTo(Balance.NOTHING);
        shop.verified();
    }

    @Test
    void aReferralKeepsTheTermsOfItsDay() throws SQLException {
        // Given
        shop.claim(friend, code);
        shop.buys(friend, 2500, 1);
        shop.tables().execute("update programme set referrer_points = 999");

        // When
        shop.credit(16);

        // Then
        shop.tables().execute("update programme set referrer_points = 200");
        assertThat(shop.balance(member).available()).isEqualTo(200);
    }

    @Test
    void anEarlierOrderThatIsToldLaterDeclinesTheReferral() throws SQLException {
        // Given
        shop.claim(friend, code);
        shop.buys(friend, 2500, -1);

        // When
        shop.credit(1);

        // Then
        assertThat(shop.states(member)).containsExactly(State.BOUGHT_BEFORE);
    }

    @Test
    void replicasThatCreditTogetherCreditOnce() throws Exception {
        // Given
        shop.claim(friend, code);
        shop.buys(friend, 2500, 1);

        // When
        together(4, () -> {
            shop.credit(16);
            return "";
        });

        // Then
        assertThat(shop.balance(member).available()).isEqualTo(200);
        assertThat(shop.balance(friend).available()).isEqualTo(100);
    }

    @Test
    void whoIsErasedLeavesNoCodeAndNothingThatWaits() throws SQLException {
        // Given
        shop.claim(friend, code);
        shop.buys(friend, 2500, 1);
        var data = new ReferralData();
        List<Map<String, Object>> held = new ArrayList<>();
        shop.database().transaction(connection -> {
            data.export(connection, member.toString(), held::add);
            return data.erase(connection, member.toString());
        });

        // When
        shop.credit(16);

        // Then
        assertThat(held).hasSize(2).first().isEqualTo(Map.of("code", code));
        assertThat(shop.states(member)).isEmpty();
        assertThat(shop.balance(friend)).isEqualTo(Balance.NOTHING);
        assertThat(shop.refused(friend, code).reason()).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }
}

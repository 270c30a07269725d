package io.smartcrm.loyalty.rfm;

import static io.smartcrm.loyalty.rfm.PurchasesFixtures.purchases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RfmPolicyTest {
    /** Three to a fifth; 3 orders occur on both sides of a cut. */
    private static final List<Purchases> FIFTEEN = List.of(
            purchases(4, 6, 540),
            purchases(6, 11, 940),
            purchases(46, 1, 30),
            purchases(21, 3, 70),
            purchases(14, 4, 200),
            purchases(32, 2, 50),
            purchases(5, 3, 310),
            purchases(50, 1, 20),
            purchases(33, 15, 2630),
            purchases(10, 5, 191),
            purchases(5, 8, 845),
            purchases(1, 9, 1510),
            purchases(24, 3, 54),
            purchases(17, 2, 44),
            purchases(4, 1, 32));

    @Test
    void fifteenCustomersScoreAsReckonedByHand() {
        // When
        RfmPolicy policy = RfmPolicy.of(FIFTEEN);
        // Then
        assertThat(FIFTEEN.stream().map(policy::score).map(RfmCode::digits))
                .containsExactly(
                        "544", "455", "111", "223", "333", "222", "424", "111", "155", "343", "444", "555", "222",
                        "322", "511");
    }

    @Test
    void aLoneCustomerIsNew() {
        // Given
        Purchases only = purchases(0, 1, 995);
        // When
        RfmCode code = RfmPolicy.of(List.of(only)).score(only);
        // Then
        assertThat(code.digits()).isEqualTo("511");
        assertThat(code.segment()).isEqualTo(Segment.NEW_CUSTOMERS);
    }

    @Test
    void equalCustomersScoreEqually() {
        // Given
        Purchases same = purchases(12, 4, 5000);
        // When
        RfmPolicy policy = RfmPolicy.of(List.of(same, same, same, same, same, same, same));
        // Then
        assertThat(policy.score(same)).isEqualTo(new RfmCode(5, 1, 1));
    }

    @Test
    void ofTwoCustomersTheBetterOneScoresHigherInEach() {
        // Given
        Purchases better = purchases(1, 9, 9000);
        Purchases worse = purchases(30, 2, 100);
        // When
        RfmPolicy policy = RfmPolicy.of(List.of(worse, better));
        // Then
        assertThat(policy.score(better)).isEqualTo(new RfmCode(5, 3, 3));
        assertThat(policy.score(worse)).isEqualTo(new RfmCode(3, 1, 1));
    }

    @Test
    void aTieInRecencyGetsTheBestScoreItSpans() {
        // Given
        List<Purchases> population = List.of(
                purchases(3, 1, 1), purchases(3, 1, 1), purchases(3, 1, 1), purchases(3, 1, 1), purchases(90, 1, 1));
        // When
        RfmPolicy policy = RfmPolicy.of(population);
        // Then
        assertThat(policy.score(population.get(0)).recency()).isEqualTo(5);
        assertThat(policy.score(population.get(4)).recency()).isEqualTo(1);
    }

    @Test
    void amountsRankOnlyAmongCustomersOfTheSameCurrency() {
        // Given
        Purchases yenLow = purchases(1, 1, 10_000, "JPY");
        Purchases yenHigh = purchases(1, 1, 20_000, "JPY");
        Purchases euroLow = purchases(1, 1, 100, "EUR");
        Purchases euroHigh = purchases(1, 1, 200, "EUR");
        // When
        RfmPolicy policy = RfmPolicy.of(List.of(yenHigh, euroLow, yenLow, euroHigh));
        // Then
        assertThat(List.of(yenLow, euroLow))
                .allSatisfy(low -> assertThat(policy.score(low).monetary()).isEqualTo(1));
        assertThat(List.of(yenHigh, euroHigh))
                .allSatisfy(high -> assertThat(policy.score(high).monetary()).isEqualTo(3));
    }

    @Test
    void aCurrencyThatNobodyPaysInIsRefused() {
        // Given
        RfmPolicy policy = RfmPolicy.of(FIFTEEN);
        // When, Then
        assertThatThrownBy(() -> policy.score(purchases(1, 1, 1, "GBP")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GBP");
    }

    @Test
    void purchasesWithoutASaleAreRefused() {
        assertThatThrownBy(() -> purchases(1, 0, 1)).hasMessageContaining("frequency is 0");
        assertThatThrownBy(() -> purchases(-1, 1, 1)).hasMessageContaining("recencyDays is -1");
    }
}

package io.smartcrm.loyalty.rfm;

import static io.smartcrm.loyalty.rfm.PurchasesFixtures.purchases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiplicativeRfmTest {
    private static final MultiplicativeRfm RFM = new MultiplicativeRfm(100, 10, new Money("EUR", 1000));

    @Test
    void theScoreIsTheProductOfTheThreeShares() {
        assertThat(RFM.score(purchases(25, 5, 400))).isCloseTo(0.75 * 0.5 * 0.4, within(1e-12));
    }

    @Test
    void theBestInAllThreeScoresOne() {
        assertThat(RFM.score(purchases(0, 10, 1000))).isEqualTo(1);
    }

    @Test
    void aMeasureBeyondItsMaximumCountsAsAtIt() {
        assertThat(RFM.score(purchases(0, 500, 1_000_000))).isEqualTo(1);
    }

    @Test
    void noMeasureFallsBelowTheFloor() {
        assertThat(RFM.score(purchases(100, 1, -700))).isCloseTo(0.01 * 0.1 * 0.01, within(1e-12));
    }

    @Test
    void theMaximaAreTheNinetyNinthPercentiles() {
        // Given
        List<Purchases> population = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            population.add(purchases(i, i * 2L, i * 300L));
        }
        // When
        MultiplicativeRfm maxima = MultiplicativeRfm.of(population);
        // Then
        assertThat(maxima).isEqualTo(new MultiplicativeRfm(99, 198, new Money("EUR", 29_700)));
    }

    @Test
    void oneOutlierAmongManyDoesNotMakeTheOthersSmall() {
        // Given
        List<Purchases> population = new ArrayList<>();
        for (int i = 0; i < 199; i++) {
            population.add(purchases(10, 4, 100));
        }
        population.add(purchases(10, 4, 1_000_000));
        // When
        MultiplicativeRfm maxima = MultiplicativeRfm.of(population);
        // Then
        assertThat(maxima.maxMonetary()).isEqualTo(new Money("EUR", 100));
    }

    @Test
    void whenEveryoneBoughtOnTheLastDayRecencyTellsNobodyApart() {
        // Given
        Purchases today = purchases(0, 1, 100);
        // When
        MultiplicativeRfm maxima = MultiplicativeRfm.of(List.of(today, today));
        // Then
        assertThat(maxima.score(today)).isEqualTo(1);
    }

    @Test
    void whenNobodySpentMoneyTheMonetaryShareIsTheFloor() {
        // Given
        Purchases free = purchases(0, 1, 0);
        // When
        MultiplicativeRfm maxima = MultiplicativeRfm.of(List.of(free));
        // Then
        assertThat(maxima.score(free)).isEqualTo(0.01);
    }

    @Test
    void severalCurrenciesAreRefused() {
        assertThatThrownBy(() -> MultiplicativeRfm.of(List.of(purchases(1, 1, 1), purchases(1, 1, 1, "USD"))))
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> RFM.score(purchases(1, 1, 1, "USD"))).hasMessageContaining("not in USD");
    }

    @Test
    void anEmptyPopulationIsRefused() {
        assertThatThrownBy(() -> MultiplicativeRfm.of(List.of())).hasMessageContaining("empty population");
    }
}

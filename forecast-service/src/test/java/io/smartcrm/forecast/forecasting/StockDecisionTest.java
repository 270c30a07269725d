package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StockDecisionTest {
    private static final Forecaster FORECASTER = Method.SES.forecaster();

    @Test
    void theServiceLevelWeighsMissingAgainstLeftOverPieces() {
        // When / Then
        assertThat(StockDecision.serviceLevel(9, 1)).isCloseTo(0.9, within(1e-12));
        assertThatThrownBy(() -> StockDecision.serviceLevel(0, 1)).hasMessageContaining("0.0");
    }

    @Test
    void theOrderCoversAsManyWeeksAsAskedFor() {
        // Given demand of 100 with a deviation of 20
        Random random = new Random(3);
        int covered = 0;
        int rounds = 500;

        // When
        for (int i = 0; i < rounds; i++) {
            double[] demand = random.doubles(61)
                    .map(u -> 100 + 20 * random.nextGaussian())
                    .toArray();
            double next = demand[60];
            demand[60] = Double.NaN;
            StockDecision decision = StockDecision.of(FORECASTER, Arrays.copyOf(demand, 60), 1, 1, 0.9);
            covered += decision.quantity() >= next ? 1 : 0;
        }

        // Then
        assertThat((double) covered / rounds).isBetween(0.86, 0.95);
    }

    @Test
    void moreServiceNeedsMoreStockAndNoneIsBelowZero() {
        // Given
        double[] demand = {3, 0, 5, 1, 0, 9, 2, 0, 4, 1, 0, 7};

        // When
        StockDecision cautious = StockDecision.of(FORECASTER, demand, 1, 4, 0.99);
        StockDecision even = StockDecision.of(FORECASTER, demand, 1, 4, 0.5);
        StockDecision bold = StockDecision.of(FORECASTER, demand, 1, 4, 0.05);

        // Then
        assertThat(cautious.quantity()).isGreaterThan(even.quantity());
        assertThat(even.safety()).isZero();
        assertThat(bold.quantity()).isBetween(0.0, even.quantity());
    }
}

package io.smartcrm.forecast.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.stateless.SeriesOutcome.Forecasted;
import io.smartcrm.forecast.stateless.SeriesOutcome.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesOutcomeTest {
    private static final SeriesWish WISH =
            new SeriesWish(1, 3, MethodSet.BUILT_IN, Optional.of(Method.DRIFT), List.of(0.8, 0.95), false);

    @Test
    void aSeriesIsForecastByTheMethodAskedFor() {
        // When
        SeriesOutcome outcome = SeriesOutcome.of(new TimeSeries("falling", new double[] {6, 4, Double.NaN, 0}), WISH);

        // Then
        Forecasted forecasted = (Forecasted) outcome;
        assertThat(forecasted.id()).isEqualTo("falling");
        assertThat(forecasted.method()).isEqualTo(Method.DRIFT);
        assertThat(forecasted.forecast().mean()).containsExactly(-2, -4, -6);
        assertThat(forecasted.forecast().intervals()).hasSize(2);
        assertThat(forecasted.explanation()).isEmpty();
    }

    @Test
    void numbersThatCannotBeBelowZeroAreNot() {
        // Given
        SeriesWish wish = new SeriesWish(1, 3, MethodSet.BUILT_IN, Optional.of(Method.DRIFT), List.of(0.95), true);

        // When
        Forecast forecast =
                ((Forecasted) SeriesOutcome.of(new TimeSeries("", new double[] {6, 4, 2, 0}), wish)).forecast();

        // Then
        assertThat(forecast.mean()).containsOnly(0);
        assertThat(forecast.interval(0.95).lower()).containsOnly(0);
    }

    @Test
    void aMethodLeftToTheServiceIsExplained() {
        // Given
        SeriesWish wish = new SeriesWish(1, 2, MethodSet.BUILT_IN, Optional.empty(), List.of(), true);

        // When
        Forecasted outcome = (Forecasted) SeriesOutcome.of(new TimeSeries("", new double[] {5, 6, 7}), wish);

        // Then
        assertThat(outcome.method()).isEqualTo(Method.byDefault());
        assertThat(outcome.explanation()).contains("With 3 known steps");
    }

    @Test
    void aBadSeriesIsRefusedWithThePlaceAndTheReason() {
        double[] tooMany = new double[5_001];
        Arrays.fill(tooMany, 1);
        assertRefused(new TimeSeries("a", new double[0]), "values", "is empty");
        assertRefused(new TimeSeries("a", new double[] {Double.NaN}), "values", "missing values only");
        assertRefused(
                new TimeSeries("a", new double[] {1, Double.POSITIVE_INFINITY}), "values[1]", "not a finite number");
        assertRefused(new TimeSeries("a", tooMany), "values", "send the latest 5000");
        assertRefused(new TimeSeries("a".repeat(201), new double[] {1}), "id", "201 characters");
    }

    private static void assertRefused(TimeSeries series, String field, String detail) {
        Refused refused = (Refused) SeriesOutcome.of(series, WISH);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.detail()).contains(detail);
        assertThat(refused.id()).hasSizeLessThanOrEqualTo(200);
    }
}

package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RareDemandTest {
    private static final double[] SIX_EVERY_THIRD = every(3, 6, 60);

    @Test
    void crostonDividesSizeByInterval() {
        // When / Then
        assertThat(mean(Method.CROSTON, SIX_EVERY_THIRD)).isCloseTo(2, within(1e-9));
    }

    @Test
    void theSyntetosBoylanApproximationTakesHalfOfAlphaOff() {
        // When / Then
        assertThat(mean(Method.SBA, SIX_EVERY_THIRD)).isCloseTo(2 * 0.95, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CROSTON", "SBA", "TSB", "ADIDA"})
    void aRegularRareDemandIsForecastByItsRate(Method method) {
        // When / Then
        assertThat(mean(method, SIX_EVERY_THIRD)).isCloseTo(2, within(0.25));
    }

    @Test
    void aProductThatStoppedSellingIsForecastLess() {
        // Given two years of sales and one without
        double[] stopped = IntStream.range(0, 36)
                .mapToDouble(t -> t < 24 && t % 2 == 0 ? 4 : 0)
                .toArray();

        // When / Then
        assertThat(mean(Method.TSB, stopped)).isLessThan(mean(Method.CROSTON, stopped) / 2);
    }

    @Test
    void theDefaultTakesOffWhatIsLostWithAge() {
        // Given
        double[] steady = every(3, 6, 48);
        double[] ageing = IntStream.range(0, 48)
                .mapToDouble(t -> t % (t < 24 ? 3 : 8) == 0 ? 6 : 0)
                .toArray();

        // When / Then the rate is 2, and then 0.75 and falling
        assertThat(mean(Method.ENSEMBLE, steady)).isCloseTo(2, within(0.25));
        assertThat(mean(Method.ENSEMBLE, ageing)).isBetween(0.3, 0.75);
    }

    @Test
    void demandIsClassifiedByItsPausesAndSizes() {
        // When / Then
        assertThat(DemandClass.of(new double[] {5, 6, 5, 7, 6})).isEqualTo(DemandClass.SMOOTH);
        assertThat(DemandClass.of(new double[] {1, 30, 2, 1, 25})).isEqualTo(DemandClass.ERRATIC);
        assertThat(DemandClass.of(SIX_EVERY_THIRD)).isEqualTo(DemandClass.INTERMITTENT);
        assertThat(DemandClass.of(new double[] {1, 0, 0, 40, 0, 0, 2, 0, 30})).isEqualTo(DemandClass.LUMPY);
        assertThat(DemandClass.of(new double[] {0, 0, Double.NaN})).isEqualTo(DemandClass.INTERMITTENT);
    }

    private static double mean(Method method, double[] series) {
        return method.forecaster().forecast(series, 1, 1).mean(1);
    }

    private static double[] every(int interval, double size, int length) {
        return IntStream.rangeClosed(1, length)
                .mapToDouble(t -> t % interval == 0 ? size : 0)
                .toArray();
    }
}

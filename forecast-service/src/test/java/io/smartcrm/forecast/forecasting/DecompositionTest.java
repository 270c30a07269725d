package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final int HOURS = 24 * 7 * 6;

    @Test
    void thePartsAddUpToTheSeries() {
        // Given
        double[] series = KnownSeries.airPassengers();

        // When
        Decomposition parts = Decomposition.of(series, 12);

        // Then
        double[] trend = parts.trend();
        double[] season = parts.season(12);
        double[] remainder = parts.remainder();
        for (int t = 0; t < series.length; t++) {
            assertThat(trend[t] + season[t] + remainder[t]).isCloseTo(series[t], within(1e-9));
        }
        assertThat(parts.trendStrength()).isGreaterThan(0.98);
        assertThat(parts.seasonStrength(12)).isGreaterThan(0.9);
    }

    @Test
    void aLineAndAFixedPatternAreFound() {
        // Given
        double[] pattern = {4, -3, 0, -1};
        double[] series =
                IntStream.range(0, 48).mapToDouble(t -> 10 + t + pattern[t % 4]).toArray();

        // When
        Decomposition parts = Decomposition.of(series, 4);

        // Then
        assertThat(Arrays.copyOfRange(parts.season(4), 24, 28)).containsExactly(pattern, within(0.1));
        assertThat(parts.trend()[24]).isCloseTo(34, within(0.1));
        assertThat(parts.trend()[47]).isCloseTo(57, within(0.5));
        assertThat(parts.seasonStrength(4)).isGreaterThan(0.99);
    }

    @Test
    void aDayWithinAWeekIsToldApart() {
        // Given
        double[] series = dayWithinAWeek(HOURS);

        // When
        Decomposition parts = Decomposition.of(series, 24, 168);

        // Then
        double[] day = parts.season(24);
        double[] week = parts.season(168);
        for (int t = HOURS / 2; t < HOURS / 2 + 168; t++) {
            assertThat(day[t] + week[t]).isCloseTo(season(t), within(2.0));
        }
        assertThat(parts.seasonStrength(24)).isGreaterThan(0.8);
        assertThat(parts.seasonStrength(168)).isGreaterThan(0.8);
    }

    @Test
    void noiseHasNeitherTrendNorSeason() {
        // Given
        double[] noise = new Random(6).doubles(240).toArray();

        // When
        Decomposition parts = Decomposition.of(noise, 12);

        // Then
        assertThat(parts.trendStrength()).isLessThan(0.3);
        assertThat(parts.seasonStrength(12)).isLessThan(0.5);
        assertThat(parts.seasonStrength(200)).isZero();
    }

    @Test
    void anOutlierIsLeftInTheRemainderOfARobustDecomposition() {
        // Given
        Random random = new Random(5);
        double[] series = IntStream.range(0, 60)
                .mapToDouble(t -> t % 6 + 0.3 * random.nextGaussian())
                .toArray();
        series[30] += 100;

        // When
        Stl plain = Stl.of(series, 6, 11, false);
        Stl robust = Stl.of(series, 6, 11, true);

        // Then
        assertThat(plain.season[30]).isGreaterThan(10);
        assertThat(robust.season[30]).isCloseTo(-2.5, within(1.0));
        assertThat(robust.trend[30]).isCloseTo(2.5, within(1.0));
    }

    @Test
    void aForecastGoesOnWithBothSeasons() {
        // Given
        double[] series = dayWithinAWeek(HOURS);

        // When
        double[] mean = Method.STL.forecaster().forecast(series, 24, 168).mean();

        // Then
        for (int step = 0; step < mean.length; step++) {
            assertThat(mean[step]).isCloseTo(100 + season(HOURS + step), within(4.0));
        }
    }

    @Test
    void hostileSeriesAreDecomposedToFiniteNumbers() {
        // When / Then
        SeriesFixtures.hostile().forEach((name, series) -> {
            Decomposition parts = Decomposition.of(series, 4, 12);
            assertThat(parts.trend()).as(name).matches(DecompositionTest::isFinite);
            assertThat(parts.remainder()).as(name).matches(DecompositionTest::isFinite);
            assertThat(parts.trendStrength()).as(name).isBetween(0.0, 1.0);
            assertThat(parts.seasonStrength(4)).as(name).isBetween(0.0, 1.0);
        });
    }

    @Test
    void anUnknownSeasonIsNamed() {
        // Given
        Decomposition parts = Decomposition.of(KnownSeries.airPassengers(), 12);

        // When / Then
        assertThatThrownBy(() -> parts.season(7)).hasMessageContaining("7").hasMessageContaining("[12]");
        assertThatThrownBy(() -> Decomposition.of(new double[] {1}, 0)).hasMessageContaining("period");
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static double[] dayWithinAWeek(int hours) {
        Random random = new Random(7);
        return IntStream.range(0, hours)
                .mapToDouble(t -> 100 + season(t) + 0.5 * random.nextGaussian())
                .toArray();
    }

    private static double season(int t) {
        double day = 10 * Math.sin(2 * Math.PI * t / 24);
        return day + (t / 24 % 7 >= 5 ? 5 : -2);
    }
}

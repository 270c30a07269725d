package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointForecastTest {
    @Test
    void naiveRepeatsTheLastValue() {
        // When
        Forecast forecast = Method.NAIVE.forecaster().forecast(new double[] {3, 1, 4, 1, 5}, 1, 3);

        // Then
        assertThat(forecast.mean()).containsExactly(5, 5, 5);
        assertThat(forecast.intervals()).isEmpty();
    }

    @Test
    void seasonalNaiveRepeatsTheLastSeasonAsOftenAsNeeded() {
        // When
        Forecast forecast = Method.SNAIVE.forecaster().forecast(new double[] {9, 9, 9, 1, 2, 3}, 3, 7);

        // Then
        assertThat(forecast.mean()).containsExactly(1, 2, 3, 1, 2, 3, 1);
    }

    @Test
    void seasonalNaiveUsesTheLastValueForPositionsNotSeenYet() {
        // When
        Forecast forecast = Method.SNAIVE.forecaster().forecast(new double[] {5, 6}, 4, 4);

        // Then
        assertThat(forecast.mean()).containsExactly(6, 6, 5, 6);
    }

    @Test
    void naive2RepeatsTheLastValueInTheSeasonOfTheFuture() {
        // Given a level of 100 with factors .5, 1 and 1.5
        double[] series = IntStream.range(0, 15)
                .mapToDouble(t -> 100 * (0.5 + 0.5 * (t % 3)))
                .toArray();

        // When
        Forecast forecast = Method.NAIVE2.forecaster().forecast(series, 3, 4);

        // Then
        assertThat(forecast.mean()).containsExactly(new double[] {50, 100, 150, 50}, within(1e-9));
    }

    @Test
    void thetaGoesHalfOfTheWayOfAStraightLine() {
        // Given 10, 12, 14, ...: both theta lines are the series itself, the smoothed one stays at its end
        double[] series = IntStream.range(0, 30).mapToDouble(t -> 10 + 2 * t).toArray();

        // When
        Forecast forecast = Method.THETA.forecaster().forecast(series, 1, 3);

        // Then
        assertThat(forecast.mean()).containsExactly(new double[] {69, 70, 71}, within(1e-3));
    }

    @Test
    void thetaKeepsTheLevelAndSeasonOfASeriesWithoutTrend() {
        // Given
        double[] season = {80, 100, 130, 90};
        double[] series = IntStream.range(0, 40).mapToDouble(t -> season[t % 4]).toArray();

        // When
        Forecast forecast = Method.THETA.forecaster().forecast(series, 4, 6);

        // Then
        assertThat(forecast.mean()).containsExactly(new double[] {80, 100, 130, 90, 80, 100}, within(0.5));
    }

    @Test
    void thetaAddsTheSeasonWhereSomeDaysSellNothing() {
        // Given a shop that is closed on the last day of its week
        double[] week = {5, 6, 7, 8, 9, 12, 0};
        double[] series = IntStream.range(0, 70).mapToDouble(t -> week[t % 7]).toArray();

        // When
        Forecast forecast = Method.THETA.forecaster().forecast(series, 7, 7);

        // Then
        assertThat(forecast.mean()).containsExactly(week, within(0.2));
    }

    @Test
    void gapsAreBridgedAndTheEndIsFilledFromTheSeasonBefore() {
        // Given
        double nan = Double.NaN;
        double[] bridged = {nan, 2, nan, 4, 5};
        double[] open = {1, 2, 3, 1, 2, 3, 1, nan, nan};

        // When / Then
        assertThat(History.of(bridged, 1).values).containsExactly(2, 3, 4, 5);
        assertThat(History.of(open, 3).values).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
        assertThat(Method.NAIVE
                        .forecaster()
                        .forecast(new double[] {7, nan}, 1, 1)
                        .mean(1))
                .isEqualTo(7);
    }

    @Test
    void theCallersSeriesIsNotChanged() {
        // Given
        double[] series = {1, Double.NaN, 3, 4, 6, 5, 4, 8, 9};
        double[] before = series.clone();

        // When
        Arrays.stream(Method.values()).forEach(method -> method.forecaster().forecast(series, 2, 3, 0.8));

        // Then
        assertThat(series).containsExactly(before);
    }
}

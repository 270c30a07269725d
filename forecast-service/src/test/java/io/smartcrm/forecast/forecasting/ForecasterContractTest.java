package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method promises, whatever it does inside. */
class ForecasterContractTest {
    private static final int[] PERIODS = {1, 4, 12, 400};

    static Stream<Arguments> hostileSeriesAndMethods() {
        return SeriesFixtures.hostile().entrySet().stream()
                .flatMap(series -> Stream.of(Method.values())
                        .map(method -> Arguments.of(series.getKey(), series.getValue(), method)));
    }

    @ParameterizedTest(name = "{2} on {0}")
    @MethodSource("hostileSeriesAndMethods")
    void hostileSeriesGiveFiniteForecastsWithNestedIntervals(String name, double[] series, Method method) {
        for (int period : PERIODS) {
            // When
            Forecast forecast = method.forecaster().forecast(series, period, 15, 0.8, 0.95);

            // Then
            Interval inner = forecast.interval(0.8);
            Interval outer = forecast.interval(0.95);
            for (int step = 1; step <= 15; step++) {
                assertThat(forecast.mean(step)).isFinite();
                assertThat(outer.lower(step)).isFinite().isLessThanOrEqualTo(inner.lower(step));
                assertThat(inner.lower(step)).isLessThanOrEqualTo(forecast.mean(step));
                assertThat(forecast.mean(step)).isLessThanOrEqualTo(inner.upper(step));
                assertThat(outer.upper(step)).isFinite().isGreaterThanOrEqualTo(inner.upper(step));
            }
        }
    }

    @ParameterizedTest(name = "{2} on {0}")
    @MethodSource("hostileSeriesAndMethods")
    void forecastsStayNearTheRangeOfTheSeries(String name, double[] series, Method method) {
        // Given
        double largest = Arrays.stream(series)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElseThrow();

        // When
        double[] mean = method.forecaster().forecast(series, 4, 8).mean();

        // Then
        assertThat(Arrays.stream(mean).map(value -> Math.abs(value) / 3))
                .allSatisfy(third -> assertThat(third).isLessThanOrEqualTo(largest));
    }

    @ParameterizedTest
    @EnumSource
    void aDemandForecastCanBeKeptFromFallingBelowZero(Method method) {
        // Given a falling series that a trend would continue below zero
        double[] falling = {90, 80, 70, 62, 50, 41, 30, 20, 9, 1};

        // When
        Forecast forecast =
                method.forecaster().forecast(falling, 1, 20, 0.8, 0.95).nonNegative();

        // Then
        assertThat(Arrays.stream(forecast.mean())).allMatch(value -> value >= 0);
        assertThat(Arrays.stream(forecast.interval(0.95).lower())).allMatch(value -> value >= 0);
        assertThat(Arrays.stream(forecast.interval(0.95).upper())).allMatch(value -> value >= 0);
    }

    @ParameterizedTest
    @EnumSource
    void anotherUnitOnlyChangesTheUnit(Method method) {
        // Given
        double[] pieces = SeriesFixtures.sales(new Random(11), 60, 12);
        double[] dozens = Arrays.stream(pieces).map(value -> value / 12).toArray();

        // When
        Forecast inPieces = method.forecaster().forecast(pieces, 12, 6, 0.8);
        Forecast inDozens = method.forecaster().forecast(dozens, 12, 6, 0.8);

        // Then
        for (int step = 1; step <= 6; step++) {
            assertThat(inDozens.mean(step) * 12).isCloseTo(inPieces.mean(step), Offset.offset(1e-3));
            assertThat(inDozens.interval(0.8).lower(step) * 12)
                    .isCloseTo(inPieces.interval(0.8).lower(step), Offset.offset(1e-2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CROSTON", "SBA", "TSB", "ADIDA"})
    void anotherZeroPointOnlyMovesTheForecast(Method method) {
        // Given a series without season: seasons and errors that multiply, and logarithms, depend on the zero point
        double[] series = SeriesFixtures.randomWalk(new Random(12), 50);
        double[] moved = Arrays.stream(series).map(value -> value + 5000).toArray();

        // When
        double[] mean = method.forecaster().forecast(series, 1, 6).mean();
        double[] movedMean = method.forecaster().forecast(moved, 1, 6).mean();

        // Then: as near as a search for parameters comes on values around a thousand
        assertThat(Arrays.stream(movedMean).map(value -> value - 5000).toArray())
                .containsExactly(mean, Offset.offset(1e-2));
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuestionHasTheSameAnswer(Method method) {
        // Given
        double[] series = SeriesFixtures.sales(new Random(13), 70, 7);

        // When
        Forecast first = method.forecaster().forecast(series, 7, 14, 0.95);
        Forecast second = method.forecaster().forecast(series, 7, 14, 0.95);

        // Then
        assertThat(second.mean()).containsExactly(first.mean());
        assertThat(second.interval(0.95).upper())
                .containsExactly(first.interval(0.95).upper());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CROSTON", "SBA", "TSB", "ADIDA"})
    void intervalsHoldWhatTheyPromiseOnRandomWalks(Method method) {
        // Given
        Random random = new Random(14);
        int covered80 = 0;
        int covered95 = 0;
        int steps = 0;

        // When
        for (int i = 0; i < 200; i++) {
            double[] walk = SeriesFixtures.randomWalk(random, 66);
            Forecast forecast = method.forecaster().forecast(Arrays.copyOf(walk, 60), 1, 6, 0.8, 0.95);
            for (int step = 1; step <= 6; step++) {
                double actual = walk[59 + step];
                covered80 += holds(forecast.interval(0.8), step, actual);
                covered95 += holds(forecast.interval(0.95), step, actual);
                steps++;
            }
        }

        // Then
        assertThat((double) covered80 / steps).isBetween(0.73, 0.9);
        assertThat((double) covered95 / steps).isBetween(0.92, 0.99);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SNAIVE")
    void theFurtherAheadTheWiderTheInterval(Method method) {
        // Given
        double[] walk = SeriesFixtures.randomWalk(new Random(15), 60);

        // When
        Interval interval = method.forecaster().forecast(walk, 1, 10, 0.95).interval(0.95);

        // Then
        for (int step = 2; step <= 10; step++) {
            assertThat(interval.upper(step) - interval.lower(step))
                    .isGreaterThan(interval.upper(step - 1) - interval.lower(step - 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void badArgumentsAreNamed(Method method) {
        // Given
        Forecaster forecaster = method.forecaster();
        double[] fine = {1, 2, 3};

        // When / Then
        assertThatThrownBy(() -> forecaster.forecast(new double[0], 1, 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> forecaster.forecast(new double[] {Double.NaN, Double.NaN}, 1, 1))
                .hasMessageContaining("2 steps holds no value");
        assertThatThrownBy(() -> forecaster.forecast(new double[] {1, Double.NEGATIVE_INFINITY}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 1 is -Infinity");
        assertThatThrownBy(() -> forecaster.forecast(fine, 0, 1)).hasMessageContaining("period", "0");
        assertThatThrownBy(() -> forecaster.forecast(fine, 1, 0)).hasMessageContaining("horizon", "0");
        assertThatThrownBy(() -> forecaster.forecast(fine, 1, Integer.MAX_VALUE))
                .hasMessageContaining("2147483647");
        assertThatThrownBy(() -> forecaster.forecast(fine, 1, 1, 95)).hasMessageContaining("level", "95.0");
        assertThatThrownBy(() -> forecaster.forecast(fine, 1, 1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> forecaster.forecast(fine, 1, 1, 0.8).interval(0.95))
                .hasMessageContaining("0.95");
    }

    private static int holds(Interval interval, int step, double actual) {
        return actual >= interval.lower(step) && actual <= interval.upper(step) ? 1 : 0;
    }
}

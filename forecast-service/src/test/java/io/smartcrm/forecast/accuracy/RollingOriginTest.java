package io.smartcrm.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.accuracy.Comparison.Measure;
import io.smartcrm.forecast.accuracy.Comparison.Ranked;
import io.smartcrm.forecast.accuracy.Comparison.TooShort;
import io.smartcrm.forecast.forecasting.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingOriginTest {
    private static final double NAN = Double.NaN;

    @Test
    void errorsAreThoseOfForecastsMadeFromThePastAlone() {
        // Given three origins, after 2, 3 and 4 values, naive forecasts 7, 4 and 6 of one step
        double[] series = {5, 7, 4, 6, 10};
        RollingOrigin backtest = new RollingOrigin(1, 1, 3, 2, false);

        // When
        Ranked ranked = (Ranked) backtest.compare(series, List.of(Method.NAIVE));

        // Then errors are 3, -2 and -4; the histories move by 2, 2.5 and 7/3 a step
        Backtest naive = ranked.best();
        assertThat(ranked.origins()).isEqualTo(3);
        assertThat(naive.errors().bias()).isCloseTo(-1, within(1e-12));
        assertThat(naive.errors().mae()).isCloseTo(3, within(1e-12));
        assertThat(naive.mase()).isCloseTo((3 / 2.0 + 2 / 2.5 + 4 / (7 / 3.0)) / 3, within(1e-12));
        assertThat(ranked.advantage()).isZero();
        assertThat(ranked.clear()).isFalse();
    }

    @Test
    void aSeasonMakesSeasonalNaiveClearlyBetter() {
        // Given
        Random random = new Random(5);
        double[] series = IntStream.range(0, 60)
                .mapToDouble(t -> 100 + 40 * Math.sin(Math.PI * t / 3) + random.nextGaussian())
                .toArray();

        // When
        Ranked ranked =
                (Ranked) RollingOrigin.of(6, 6, true).compare(series, List.of(Method.NAIVE, Method.SNAIVE), 0.8, 0.95);

        // Then
        assertThat(ranked.best().method()).isEqualTo(Method.SNAIVE);
        assertThat(ranked.clear()).isTrue();
        assertThat(ranked.advantage()).isBetween(0.9, 1.0);
        assertThat(ranked.measure()).isEqualTo(Measure.MAE);
        assertThat(ranked.best().intervals()).extracting(IntervalErrors::level).containsExactly(0.8, 0.95);
        assertThat(ranked.best().intervals().get(1).coverage()).isGreaterThan(0.9);
    }

    @Test
    void aTrendMakesThetaClearlyBetterThanNaive() {
        // Given
        double[] series = IntStream.range(0, 40).mapToDouble(t -> 100 + 10 * t).toArray();

        // When
        Ranked ranked = (Ranked) RollingOrigin.of(1, 6, true).compare(series, List.of(Method.NAIVE, Method.THETA));

        // Then Theta goes half of the way that naive does not go
        assertThat(ranked.backtests()).extracting(Backtest::method).containsExactly(Method.THETA, Method.NAIVE);
        assertThat(ranked.advantage()).isCloseTo(0.5, within(0.01));
        assertThat(ranked.clear()).isTrue();
    }

    @Test
    void equalMethodsAreNotToldApart() {
        // Given a series without season, where seasonal naive is naive
        double[] series = new Random(6).doubles(40, 50, 150).toArray();

        // When
        Ranked ranked = (Ranked) RollingOrigin.of(1, 4, true).compare(series, List.of(Method.NAIVE, Method.SNAIVE));

        // Then
        assertThat(ranked.advantage()).isZero();
        assertThat(ranked.clear()).isFalse();
    }

    @Test
    void rareSalesAreRankedBySquaredErrors() {
        // Given
        double[] series =
                IntStream.range(0, 50).mapToDouble(t -> t % 5 == 0 ? 10 : 0).toArray();

        // When
        Ranked ranked = (Ranked) RollingOrigin.of(1, 6, true).compare(series, List.of(Method.NAIVE, Method.THETA));

        // Then
        assertThat(ranked.measure()).isEqualTo(Measure.RMSE);
        assertThat(ranked.best().method()).isEqualTo(Method.THETA);
    }

    @Test
    void aShortSeriesIsAnsweredHonestly() {
        // Given
        RollingOrigin backtest = RollingOrigin.of(1, 6, true);
        double[] series = new Random(7).doubles(backtest.needed() - 1, 0, 9).toArray();

        // When
        Comparison comparison = backtest.compare(series, List.of(Method.NAIVE, Method.THETA));

        // Then
        assertThat(comparison).isEqualTo(new TooShort(15, 16));
        assertThat(backtest.compare(Arrays.copyOf(series, 16), List.of(Method.NAIVE)))
                .isInstanceOf(Ranked.class);
    }

    @Test
    void unknownEndsAreNotHistory() {
        // Given
        double[] series = {NAN, NAN, 1, 2, 3, NAN};

        // When / Then
        assertThat(RollingOrigin.of(1, 6, true).compare(series, List.of(Method.NAIVE)))
                .isEqualTo(new TooShort(3, 16));
        assertThat(RollingOrigin.of(1, 6, true).compare(new double[] {NAN}, List.of(Method.NAIVE)))
                .isEqualTo(new TooShort(0, 16));
    }

    @Test
    void gapsInsideAreLeftOutOfTheErrors() {
        // Given
        double[] series = new Random(8).doubles(40, 50, 150).toArray();
        series[30] = NAN;

        // When
        Ranked ranked = (Ranked) RollingOrigin.of(1, 2, true).compare(series, List.of(Method.NAIVE));

        // Then twelve origins of two steps, two of which meet the gap
        assertThat(ranked.best().errors().steps()).isEqualTo(22);
        assertThat(ranked.best().errors().mae()).isFinite();
    }

    @Test
    void badSettingsAreNamed() {
        // When / Then
        assertThatThrownBy(() -> RollingOrigin.of(0, 6, true)).hasMessageContaining("period", "0");
        assertThatThrownBy(() -> RollingOrigin.of(1, -1, true)).hasMessageContaining("horizon", "-1");
        assertThatThrownBy(() -> new RollingOrigin(1, 1, 2, 5, true)).hasMessageContaining("origins", "2");
        assertThatThrownBy(() -> RollingOrigin.of(1, 1, true).compare(new double[99], List.of()))
                .hasMessageContaining("methods");
    }
}

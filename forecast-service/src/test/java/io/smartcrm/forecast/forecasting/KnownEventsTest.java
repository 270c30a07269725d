package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.forecasting.DemandRegression.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownEventsTest {
    private static final int LENGTH = 60;
    private static final int HORIZON = 6;

    /** Every sixth step and the second one to come. */
    private static final double[] PROMOTED = IntStream.range(0, LENGTH + HORIZON)
            .mapToDouble(t -> t % 6 == 1 ? 1 : 0)
            .toArray();

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodExpectsOfAPromotionWhatPastOnesSold(Method method) {
        // Given
        double[] sold = noise(1, t -> 100 + 50 * PROMOTED[t], 3);

        // When
        Forecast forecast = method.forecaster(promotions(PROMOTED)).forecast(sold, 1, HORIZON, 0.95);

        // Then
        double others = (forecast.mean(1) + forecast.mean(3)) / 2;
        assertThat(forecast.mean(2) - others).isCloseTo(50, within(5.0));
        assertThat(others).isCloseTo(100, within(12.0));
        assertThat(forecast.interval(0.95).lower(2)).isLessThan(forecast.mean(2));
    }

    @Test
    void intervalsAreNarrowerThanWithoutKnowing() {
        // Given
        double[] sold = noise(2, t -> 100 + 50 * PROMOTED[t], 3);

        // When
        Interval told = Method.SES
                .forecaster(promotions(PROMOTED))
                .forecast(sold, 1, 1, 0.95)
                .interval(0.95);
        Interval untold = Method.SES.forecaster().forecast(sold, 1, 1, 0.95).interval(0.95);

        // Then
        assertThat(told.upper(1) - told.lower(1)).isLessThan(0.6 * (untold.upper(1) - untold.lower(1)));
    }

    @Test
    void whatIsWorthNothingThatCanBeToldIsLeftOut() {
        // Given sales that take no notice of it
        double[] sold = noise(3, t -> 100, 10);
        double[] never = new double[LENGTH + HORIZON];
        never[LENGTH] = 1;

        // When
        Forecast unmoved = Method.THETA.forecaster().forecast(sold, 1, HORIZON, 0.8);
        Forecast told = Method.THETA.forecaster(promotions(PROMOTED)).forecast(sold, 1, HORIZON, 0.8);
        Forecast unseen = Method.THETA.forecaster(promotions(never)).forecast(sold, 1, HORIZON, 0.8);

        // Then
        assertThat(promotions(PROMOTED).effects(sold, 1)).isEmpty();
        assertThat(told.mean()).isEqualTo(unmoved.mean());
        assertThat(unseen.mean()).isEqualTo(unmoved.mean());
    }

    @Test
    void aPriceAndAPromotionAreToldApart() {
        // Given a price a tenth higher in the last third, and one more rise to come
        double[] prices = IntStream.range(0, LENGTH + HORIZON)
                .mapToDouble(t -> t < 40 ? 10 : t < LENGTH ? 11 : 12.1)
                .toArray();
        double[] sold = noise(4, t -> 200 + 40 * PROMOTED[t] - 300 * Math.log(prices[t] / 10), 3);
        KnownEvents events = new KnownEvents(List.of(Regressor.price(prices), Regressor.promotion(PROMOTED)));

        // When
        List<Effect> effects = events.effects(sold, 1);
        Forecast forecast = Method.SES.forecaster(events).forecast(sold, 1, HORIZON);

        // Then
        assertThat(effects).extracting(Effect::name).containsExactly("price", "promotion");
        assertThat(effects.get(0).change()).isCloseTo(-300, within(60.0));
        assertThat(effects.get(1).change()).isCloseTo(40, within(4.0));
        assertThat(forecast.mean(1)).isCloseTo(200 - 300 * Math.log(1.21), within(10.0));
    }

    @Test
    void aSeasonIsNotTakenForAPromotion() {
        // Given a promotion in every second December, in which more is sold anyway
        double[] promoted = IntStream.range(0, 96 + 12)
                .mapToDouble(t -> t % 24 == 11 ? 1 : 0)
                .toArray();
        Random random = new Random(5);
        double[] sold = IntStream.range(0, 96)
                .mapToDouble(t -> 100 + (t % 12 == 11 ? 80 : 0) + 20 * promoted[t] + 2 * random.nextGaussian())
                .toArray();

        // When
        List<Effect> effects = promotions(promoted).effects(sold, 12);

        // Then
        assertThat(effects.get(0).change()).isCloseTo(20, within(5.0));
    }

    @Test
    void stepsBeforeTheFirstKnownValueCount() {
        // Given
        double[] sold = noise(6, t -> 100 + 50 * PROMOTED[t], 3);
        Arrays.fill(sold, 0, 7, Double.NaN);

        // When
        Forecast forecast = Method.SES.forecaster(promotions(PROMOTED)).forecast(sold, 1, 2);

        // Then
        assertThat(forecast.mean(2) - forecast.mean(1)).isCloseTo(50, within(5.0));
    }

    @Test
    void rareSalesStayRare() {
        // Given a piece now and then, four more by promotion
        Random random = new Random(7);
        double[] sold = IntStream.range(0, LENGTH)
                .mapToDouble(t -> random.nextInt(4) == 0 ? 1 + 4 * PROMOTED[t] : 4 * PROMOTED[t])
                .toArray();

        // When
        Forecast forecast = Method.byDefault().forecaster(promotions(PROMOTED)).forecast(sold, 1, 3, 0.8);

        // Then
        assertThat(forecast.mean(1)).isBetween(0.0, 0.6);
        assertThat(forecast.mean(2)).isBetween(3.5, 5.0);
    }

    @Test
    void whatDoesNotReachToTheEndIsRefused() {
        assertThatThrownBy(() -> Method.SES
                        .forecaster(promotions(Arrays.copyOf(PROMOTED, LENGTH + 1)))
                        .forecast(new double[LENGTH], 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("promotion has 61 values; series and horizon take 62");
    }

    private static KnownEvents promotions(double[] shares) {
        return new KnownEvents(List.of(Regressor.promotion(shares)));
    }

    private static double[] noise(int seed, IntToDoubleFunction value, double spread) {
        Random random = new Random(seed);
        return IntStream.range(0, LENGTH)
                .mapToDouble(t -> value.applyAsDouble(t) + spread * random.nextGaussian())
                .toArray();
    }
}

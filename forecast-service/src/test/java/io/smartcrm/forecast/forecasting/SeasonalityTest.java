package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalityTest {
    @Test
    void aStrongSeasonIsFound() {
        // Given
        double[] values = seasonal(48, 12, 0.4, new Random(1));

        // When / Then
        assertThat(Seasonality.isPresent(values, 48, 12)).isTrue();
    }

    @Test
    void noiseSeldomLooksLikeASeason() {
        // Given
        Random random = new Random(2);
        int found = 0;

        // When
        for (int i = 0; i < 500; i++) {
            double[] noise = random.doubles(72, 50, 150).toArray();
            found += Seasonality.isPresent(noise, noise.length, 12) ? 1 : 0;
        }

        // Then the test is wrong in about one case of ten
        assertThat(found).isBetween(15, 75);
    }

    @Test
    void lessThanThreeSeasonsShowNone() {
        // Given
        double[] values = seasonal(35, 12, 0.4, new Random(3));

        // When / Then
        assertThat(Seasonality.isPresent(values, 35, 12)).isFalse();
        assertThat(Seasonality.isPresent(values, 35, 1)).isFalse();
    }

    @Test
    void aConstantHasNoSeason() {
        // Given a constant that rounding does not reproduce exactly
        double[] values = new double[60];
        Arrays.fill(values, 0.1);

        // When / Then
        assertThat(Seasonality.isPresent(values, 60, 12)).isFalse();
    }

    @Test
    void removingAndRestoringGivesTheSeriesBack() {
        // Given
        double[] values = seasonal(50, 7, 0.3, new Random(4));
        Seasonality season = Seasonality.of(values, 43, 7);

        // When
        double[] adjusted = season.remove(values, 43);
        Projection next = new Projection(new double[] {100, 100, 100, 100, 100, 100, 100}, new double[7], 1);
        season.restore(next, 36);

        // Then
        for (int t = 36; t < 43; t++) {
            assertThat(adjusted[t] * next.mean[t - 36] / 100).isCloseTo(values[t], offset(1e-9));
        }
    }

    @Test
    void theSeasonOfAStraightLineIsNone() {
        // Given
        double[] values = new double[24];
        for (int t = 0; t < 24; t++) {
            values[t] = -5 + t;
        }

        // When
        Seasonality season = Seasonality.of(values, 24, 4);

        // Then
        assertThat(season.remove(values, 24)).containsExactly(values, offset(1e-12));
    }

    private static double[] seasonal(int length, int period, double strength, Random random) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            double season = 1 + strength * Math.sin(2 * Math.PI * t / period);
            values[t] = (200 + t) * season * (1 + 0.02 * random.nextGaussian());
        }
        return values;
    }
}

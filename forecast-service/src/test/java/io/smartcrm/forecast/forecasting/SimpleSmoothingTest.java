package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleSmoothingTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noAlphaOnAFineGridIsBetter(long seed) {
        // Given
        double[] values = randomWalkWithNoise(new Random(seed), 20 + (int) seed * 10);

        // When
        SimpleSmoothing fitted = SimpleSmoothing.fit(values);

        // Then
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < 1000; i++) {
            best = Math.min(best, smallestLoss(values, i / 1000.0));
        }
        assertThat(fitted.squaredErrors).isLessThanOrEqualTo(best * (1 + 1e-4));
        assertThat(fitted.squaredErrors).isCloseTo(smallestLoss(values, fitted.alpha), Offset.offset(1e-6 * best));
    }

    /** The loss with the best of many first levels, by plain recursion. */
    private static double smallestLoss(double[] values, double alpha) {
        // The loss is a parabola of the first level: three points give its vertex.
        double left = loss(values, alpha, -1000);
        double middle = loss(values, alpha, 0);
        double right = loss(values, alpha, 1000);
        double first = 1000 * (left - right) / (left - 2 * middle + right) / 2;
        return loss(values, alpha, first);
    }

    private static double loss(double[] values, double alpha, double firstLevel) {
        double level = firstLevel;
        double squares = 0;
        for (double value : values) {
            squares += (value - level) * (value - level);
            level = alpha * value + (1 - alpha) * level;
        }
        return squares;
    }

    private static double[] randomWalkWithNoise(Random random, int length) {
        double[] values = new double[length];
        double level = 500;
        for (int t = 0; t < length; t++) {
            level += 3 * random.nextGaussian();
            values[t] = level + 5 * random.nextGaussian();
        }
        return values;
    }
}

package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.forecasting.Combination.Part;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static final double[] VALUES = noise(120);

    @Test
    void whoErredLessAtEarlierOriginsWeighsMore() {
        // When
        Projection projection = Combination.weighted(Part.of(constant(100)), Part.of(constant(140)))
                .project(VALUES, VALUES.length, 1, 2);

        // Then the squares of a small and of a large error weigh
        assertThat(projection.mean[0]).isBetween(100.0, 104.0);
    }

    @Test
    void whoIsNotJudgedWeighsWhatOthersDoOnAverage() {
        // Given
        AtomicInteger asked = new AtomicInteger();
        Model slow = (values, length, period, horizon) -> {
            asked.incrementAndGet();
            return constant(130).project(values, length, period, horizon);
        };

        // When
        Projection projection = Combination.weighted(
                        Part.of(constant(100)), Part.of(constant(100)), Part.unjudged(slow, (length, period) -> 1))
                .project(VALUES, VALUES.length, 1, 2);

        // Then
        assertThat(projection.mean[0]).isCloseTo(110, within(1e-9));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoWeighsNothingIsNotAsked() {
        // Given
        Model never = (values, length, period, horizon) -> {
            throw new IllegalStateException("asked");
        };

        // When
        Projection projection = Combination.weighted(
                        Part.of(constant(100)),
                        Part.of(never, (length, period) -> 0),
                        Part.unjudged(never, (length, period) -> length < 100 ? 1 : 0))
                .project(VALUES, VALUES.length, 1, 2);

        // Then
        assertThat(projection.mean[0]).isEqualTo(100);
    }

    private static Model constant(double value) {
        return (values, length, period, horizon) -> {
            double[] mean = new double[horizon];
            double[] deviation = new double[horizon];
            Arrays.fill(mean, value);
            Arrays.fill(deviation, 5);
            return new Projection(mean, deviation, length - 1);
        };
    }

    private static double[] noise(int length) {
        Random random = new Random(1);
        return IntStream.range(0, length)
                .mapToDouble(t -> 100 + 5 * random.nextGaussian())
                .toArray();
    }
}

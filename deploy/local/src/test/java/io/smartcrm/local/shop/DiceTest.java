package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiceTest {

    static Stream<Arguments> distributions() {
        return Stream.of(
                distribution("uniform", Dice::uniform, 0.5, 1.0 / 12),
                distribution("exponential", Dice::exponential, 1, 1),
                distribution("normal", Dice::normal, 0, 1),
                distribution("gamma of shape 6", dice -> dice.gamma(6), 6, 6),
                distribution("gamma of shape 0.55", dice -> dice.gamma(0.55), 0.55, 0.55),
                distribution("beta 0.8 and 3", dice -> dice.beta(0.8, 3), 0.8 / 3.8, 0.8 * 3 / (3.8 * 3.8 * 4.8)),
                distribution("poisson 0.7", dice -> dice.poisson(0.7), 0.7, 0.7),
                distribution("poisson 40", dice -> dice.poisson(40), 40, 40),
                distribution("dice of six", dice -> dice.within(1, 6), 3.5, 35.0 / 12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("distributions")
    void meanAndVarianceAreRight(String name, ToDoubleFunction<Dice> draw, double mean, double variance) {
        // Given
        int draws = 200_000;
        Dice dice = Dice.of(1, Purpose.BASKET);

        // When
        double[] found = DoubleStream.generate(() -> draw.applyAsDouble(dice))
                .limit(draws)
                .toArray();

        // Then
        double foundMean = DoubleStream.of(found).average().orElseThrow();
        double foundVariance = DoubleStream.of(found)
                .map(x -> (x - foundMean) * (x - foundMean))
                .average()
                .orElseThrow();
        assertThat(foundMean).isCloseTo(mean, within(5 * Math.sqrt(variance / draws)));
        assertThat(foundVariance).isCloseTo(variance, within(0.04 * variance));
    }

    @Test
    void seedPurposeAndIndicesEachChangeTheThrow() {
        assertThat(Stream.of(
                                Dice.of(1, Purpose.BASKET, 1, 1),
                                Dice.of(2, Purpose.BASKET, 1, 1),
                                Dice.of(1, Purpose.GAP, 1, 1),
                                Dice.of(1, Purpose.BASKET, 2, 1),
                                Dice.of(1, Purpose.BASKET, 1, 2))
                        .map(Dice::uniform))
                .doesNotHaveDuplicates();
        assertThat(Dice.of(1, Purpose.BASKET, 1, 1).uniform())
                .isEqualTo(Dice.of(1, Purpose.BASKET, 1, 1).uniform());
    }

    private static Arguments distribution(String name, ToDoubleFunction<Dice> draw, double mean, double variance) {
        return Arguments.of(name, draw, mean, variance);
    }
}

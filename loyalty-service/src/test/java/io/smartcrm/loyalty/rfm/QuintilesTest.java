package io.smartcrm.loyalty.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuintilesTest {
    @Test
    void tenDifferentValuesAreCutIntoFiveEqualFifths() {
        // Given
        long[] values = {70, 10, 90, 20, 100, 30, 60, 40, 80, 50};
        // When
        Quintiles quintiles = Quintiles.of(values);
        // Then
        assertThat(quintiles).isEqualTo(new Quintiles(20, 40, 60, 80));
        assertThat(Arrays.stream(values).sorted().mapToInt(quintiles::score))
                .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }

    @Test
    void aTieOverSeveralFifthsFallsIntoTheLowestOfThem() {
        // Given
        long[] seventyPercentBoughtOnce = {1, 1, 1, 1, 1, 1, 1, 2, 3, 9};
        // When
        Quintiles quintiles = Quintiles.of(seventyPercentBoughtOnce);
        // Then
        assertThat(Arrays.stream(seventyPercentBoughtOnce).mapToInt(quintiles::score))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 4, 5, 5);
    }

    @Test
    void allEqualValuesScoreOne() {
        // When
        Quintiles quintiles = Quintiles.of(new long[] {7, 7, 7});
        // Then
        assertThat(quintiles.score(7)).isEqualTo(1);
    }

    @Test
    void ofTwoValuesTheHigherScoresThree() {
        // When
        Quintiles quintiles = Quintiles.of(new long[] {5, 3});
        // Then
        assertThat(quintiles.score(3)).isEqualTo(1);
        assertThat(quintiles.score(5)).isEqualTo(3);
    }

    @Test
    void theScoreIsOnePlusTheFifthsOfThePopulationBelow() {
        // Given
        Random random = new Random(42);
        for (int population = 1; population < 200; population++) {
            long[] values = random.longs(population, -20, 20).toArray();
            // When
            Quintiles quintiles = Quintiles.of(values);
            // Then
            for (long value : values) {
                long below =
                        Arrays.stream(values).filter(other -> other < value).count();
                assertThat(quintiles.score(value))
                        .as("score of %d in %s", value, Arrays.toString(values))
                        .isEqualTo(1 + (int) (5 * below / population));
            }
        }
    }

    @Test
    void thePopulationIsNotSortedInPlace() {
        // Given
        long[] values = {3, 1, 2};
        // When
        Quintiles.of(values);
        // Then
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void anEmptyPopulationIsRefused() {
        assertThatThrownBy(() -> Quintiles.of(new long[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty population");
    }

    @Test
    void cutsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new Quintiles(1, 2, 4, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1, 2, 4, 3");
    }
}

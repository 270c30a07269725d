package io.smartcrm.customer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void meanDeviationMedianAndScaledDeviationAreThoseOfTheTextbook() {
        // When
        Spread spread = Spread.of("figure", new double[] {2, 4, 4, 4, 5, 5, 7, 9}, index -> "c" + index);

        // Then
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.standardDeviation()).isEqualTo(2);
        assertThat(spread.median()).isEqualTo(4.5);
        // Distances from the median: 0.5 x 5, 2.5 x 2, 4.5
        assertThat(spread.scaledDeviation()).isCloseTo(1.4826 * .5, within(1e-9));
        assertThat(spread.outliersByDeviation()).isZero();
    }

    @Test
    void anOutlierThatHidesItselfFromTheMeanIsFoundByTheMedian() {
        // When
        Spread spread = Spread.of("figure", new double[] {10, 11, 12, 10, 11, 12, 1_000}, index -> "c" + index);

        // Then
        assertThat(spread.outliersByDeviation()).isZero();
        assertThat(spread.outliersByMedian()).isEqualTo(1);
        assertThat(spread.outliers()).singleElement().satisfies(outlier -> {
            assertThat(outlier.customer()).isEqualTo("c6");
            assertThat(outlier.medianScore()).isCloseTo(989 / 1.4826, within(1e-6));
            assertThat(outlier.zScore()).isCloseTo(2.449, within(.001));
        });
    }

    @Test
    void whereEverybodyIsAlikeNobodyStandsOut() {
        // When
        Spread spread = Spread.of("figure", new double[] {3, 3, 3}, index -> "c" + index);

        // Then
        assertThat(spread.outliers()).isEmpty();
        assertThat(spread.standardDeviation()).isZero();
    }

    @Test
    void aFigureNobodyHasIsNoTrouble() {
        assertThat(Spread.of("figure", new double[0], index -> "").outliers()).isEmpty();
    }
}

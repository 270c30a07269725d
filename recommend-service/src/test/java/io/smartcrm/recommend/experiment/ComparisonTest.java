package io.smartcrm.recommend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void theIntervalIsThatOfNewcombe() {
        // When, the example of his table II (a): 56 of 70 and 48 of 80
        Comparison comparison = Comparison.of(new Conversion(80, 48), new Conversion(70, 56));

        // Then
        assertThat(comparison.difference()).isCloseTo(.2, within(1e-9));
        assertThat(comparison.low()).isCloseTo(.0524, within(5e-5));
        assertThat(comparison.high()).isCloseTo(.3339, within(5e-5));
        assertThat(comparison.pValue()).isCloseTo(.0080, within(5e-4));
    }

    @Test
    void theNormalTailIsRight() {
        assertThat(Comparison.twoSided(1.959963985)).isCloseTo(.05, within(1e-6));
        assertThat(Comparison.twoSided(-2.575829304)).isCloseTo(.01, within(1e-6));
        assertThat(Comparison.twoSided(0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void lookingAllTheTimeSeldomFindsADifferenceWhereThereIsNone() {
        // Given
        Random random = new Random(5);
        int foundBySequential = 0;
        int foundByFixed = 0;

        // When
        for (int trial = 0; trial < 200; trial++) {
            boolean sequential = false;
            boolean fixed = false;
            int one = 0;
            int other = 0;
            for (int seen = 1; seen <= 4_000; seen++) {
                one += random.nextInt(10) == 0 ? 1 : 0;
                other += random.nextInt(10) == 0 ? 1 : 0;
                if (seen % 100 == 0) {
                    Comparison look = Comparison.of(new Conversion(seen, one), new Conversion(seen, other));
                    sequential |= look.sequentialPValue() < .05;
                    fixed |= look.pValue() < .05;
                }
            }
            foundBySequential += sequential ? 1 : 0;
            foundByFixed += fixed ? 1 : 0;
        }

        // Then
        assertThat(foundBySequential).isLessThanOrEqualTo(14);
        assertThat(foundByFixed).isGreaterThan(30);
    }

    @Test
    void aRealDifferenceIsFoundByBoth() {
        // When
        Comparison comparison = Comparison.of(new Conversion(10_000, 1_000), new Conversion(10_000, 1_300));

        // Then
        assertThat(comparison.sequentialPValue()).isLessThan(.001);
        assertThat(comparison.sequentialLow()).isPositive().isLessThan(comparison.low());
    }

    @Test
    void ofNobodyNothingIsKnown() {
        // When
        Comparison comparison = Comparison.of(Conversion.NOBODY, new Conversion(2, 1));

        // Then
        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.low()).isEqualTo(-1);
        assertThat(comparison.high()).isEqualTo(1);
    }

    @Test
    void whereNobodyBoughtNothingIsCertain() {
        // When
        Comparison comparison = Comparison.of(new Conversion(20, 0), new Conversion(20, 0));

        // Then
        assertThat(comparison.pValue()).isEqualTo(1);
        assertThat(comparison.low()).isLessThan(-.1);
        assertThat(comparison.high()).isGreaterThan(.1);
        assertThat(comparison.sequentialPValue()).isEqualTo(1);
    }
}

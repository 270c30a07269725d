package io.smartcrm.loyalty.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmCodeTest {
    @ParameterizedTest(name = "F {0} and M {1} are {2} together")
    @CsvSource({"1, 1, 1", "1, 2, 2", "1, 5, 3", "4, 3, 4", "5, 5, 5"})
    void theJointScoreIsTheMeanWithHalvesRoundedUp(int frequency, int monetary, int expected) {
        assertThat(new RfmCode(1, frequency, monetary).frequencyMonetary()).isEqualTo(expected);
    }

    @Test
    void equalWeightsGiveTheMean() {
        assertThat(new RfmCode(5, 3, 1).weightedSum(RfmWeights.EQUAL)).isCloseTo(3, within(1e-12));
    }

    @Test
    void aWeightCountsItsScore() {
        assertThat(new RfmCode(5, 3, 1).weightedSum(new RfmWeights(0.5, 0.2, 0.3)))
                .isCloseTo(3.4, within(1e-12));
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() -> new RfmWeights(0.5, 0.5, 0.5)).hasMessageContaining("sum to 1.5");
        assertThatThrownBy(() -> new RfmWeights(1.5, -0.25, -0.25)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new RfmWeights(Double.NaN, 0.5, 0.5)).hasMessageContaining("negative");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"0, 1, 1", "1, 6, 1", "1, 1, -1"})
    void aScoreOutsideOneToFiveIsRefused(int recency, int frequency, int monetary) {
        assertThatThrownBy(() -> new RfmCode(recency, frequency, monetary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not from 1 to 5");
    }
}

package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    @ParameterizedTest(name = "{0} at {1} degrees of freedom is {2}")
    @CsvSource({
        "0.95, 1, 12.7062",
        "0.95, 2, 4.30265",
        "0.95, 3, 3.18245",
        "0.95, 5, 2.57058",
        "0.95, 8, 2.30600",
        "0.95, 10, 2.22814",
        "0.95, 30, 2.04227",
        "0.95, 1000, 1.96234",
        "0.80, 1, 3.07768",
        "0.80, 4, 1.53321",
        "0.80, 12, 1.35622",
        "0.99, 6, 3.70743",
        "0.99, 20, 2.84534"
    })
    void halfWidthsAreThoseOfTheTables(double level, int degreesOfFreedom, double expected) {
        // When / Then
        assertThat(StudentT.halfWidth(level, degreesOfFreedom)).isCloseTo(expected, within(2e-4 * expected));
    }

    @Test
    void knownDeviationsTakeTheNormalHalfWidth() {
        // When / Then
        assertThat(StudentT.normalHalfWidth(0.95)).isCloseTo(1.959963985, within(1e-8));
        assertThat(StudentT.normalHalfWidth(0.8)).isCloseTo(1.281551566, within(1e-8));
        assertThat(StudentT.normalHalfWidth(0.999)).isCloseTo(3.290526731, within(1e-7));
    }
}

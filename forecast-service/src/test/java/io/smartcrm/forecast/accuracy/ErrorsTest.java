package io.smartcrm.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorsTest {
    private static final double[] ACTUAL = {100, 200, 50};
    private static final double[] FORECAST = {110, 180, 50};

    @Test
    void measuresFollowTheirDefinitions() {
        // When
        Errors errors = Errors.of(ACTUAL, FORECAST);

        // Then
        assertThat(errors.steps()).isEqualTo(3);
        assertThat(errors.bias()).isCloseTo(-10 / 3.0, within(1e-12));
        assertThat(errors.mae()).isCloseTo(10, within(1e-12));
        assertThat(errors.rmse()).isCloseTo(Math.sqrt(500 / 3.0), within(1e-12));
        assertThat(errors.wape()).isCloseTo(30 / 350.0, within(1e-12));
        assertThat(errors.smape()).isCloseTo((200 * 10 / 210.0 + 200 * 20 / 380.0) / 3, within(1e-12));
    }

    @Test
    void scaledErrorsAreRelativeToTheNaiveErrorsOfTheHistory() {
        // Given changes over two steps: 4, 2 and 3
        Scale scale = Scale.of(new double[] {1, 3, 5, 5, 8}, 2);

        // When
        Errors errors = Errors.of(ACTUAL, FORECAST);

        // Then
        assertThat(scale.absolute()).isCloseTo(3, within(1e-12));
        assertThat(scale.quadratic()).isCloseTo(Math.sqrt(29 / 3.0), within(1e-12));
        assertThat(errors.mase(scale)).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(errors.rmsse(scale)).isCloseTo(Math.sqrt(500 / 29.0), within(1e-12));
    }

    @Test
    void stepsWithoutAnActualValueDoNotCount() {
        // When
        Errors errors = Errors.of(new double[] {Double.NaN, 4}, new double[] {1000, 5});

        // Then
        assertThat(errors).isEqualTo(Errors.of(new double[] {4}, new double[] {5}));
    }

    @Test
    void errorsPool() {
        // When
        Errors pooled = Errors.of(new double[] {100}, new double[] {110})
                .plus(Errors.of(new double[] {200, 50}, new double[] {180, 50}));

        // Then
        assertThat(pooled).isEqualTo(Errors.of(ACTUAL, FORECAST));
    }

    @Test
    void nothingSoldAndNothingForecastIsNoError() {
        // When
        Errors errors = Errors.of(new double[] {0, 0}, new double[] {0, 0});

        // Then
        assertThat(errors.smape()).isZero();
        assertThat(errors.wape()).isZero();
        assertThat(errors.mase(Scale.of(new double[] {0, 0, 0}, 1))).isZero();
    }

    @Test
    void whatIsUndefinedIsNotANumber() {
        // Given
        Errors wrong = Errors.of(new double[] {0}, new double[] {3});

        // When / Then
        assertThat(wrong.wape()).isNaN();
        assertThat(wrong.mase(Scale.of(new double[] {5, 5, 5}, 1))).isNaN();
        assertThat(wrong.mase(Scale.of(new double[] {5, 6}, 2))).isNaN();
        assertThat(Errors.NONE.mae()).isNaN();
    }

    @Test
    void lengthsMustAgree() {
        // When / Then
        assertThatThrownBy(() -> Errors.of(new double[2], new double[3])).hasMessageContaining("2 actual", "3 steps");
    }
}

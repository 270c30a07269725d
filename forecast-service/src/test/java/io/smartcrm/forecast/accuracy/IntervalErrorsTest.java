package io.smartcrm.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.forecasting.Interval;
import io.smartcrm.forecast.forecasting.Method;
import org.junit.jupiter.api.Test;

class IntervalErrorsTest {
    private static final double[] HISTORY = {10, 12, 9, 11, 13, 10, 12, 11, 9, 10};

    private final Interval interval =
            Method.NAIVE.forecaster().forecast(HISTORY, 1, 3, 0.9).interval(0.9);

    @Test
    void coverageAndScoreCountWidthAndMisses() {
        // Given one value inside, one 2 below, one 3 above
        double[] actual = {10, interval.lower(2) - 2, interval.upper(3) + 3};
        double width = 0;
        for (int step = 1; step <= 3; step++) {
            width += interval.upper(step) - interval.lower(step);
        }

        // When
        IntervalErrors errors = IntervalErrors.of(actual, interval);

        // Then a miss costs 2 / (1 - level) = 20 times its distance
        assertThat(errors.coverage()).isCloseTo(1 / 3.0, within(1e-12));
        Scale scale = new Scale(2, 2);
        assertThat(errors.msis(scale)).isCloseTo((width + 20 * 5) / 3 / 2, within(1e-9));
    }

    @Test
    void theBoundsBelongToTheInterval() {
        // When
        IntervalErrors errors =
                IntervalErrors.of(new double[] {interval.lower(1), interval.upper(2), Double.NaN}, interval);

        // Then
        assertThat(errors.steps()).isEqualTo(2);
        assertThat(errors.coverage()).isEqualTo(1);
    }

    @Test
    void onlyIntervalsOfOneLevelPool() {
        // Given
        IntervalErrors errors = IntervalErrors.of(new double[] {1, 2, 3}, interval);

        // When / Then
        assertThat(IntervalErrors.none(0.9).plus(errors)).isEqualTo(errors);
        assertThatThrownBy(() -> IntervalErrors.none(0.8).plus(errors)).hasMessageContaining("0.8", "0.9");
    }
}

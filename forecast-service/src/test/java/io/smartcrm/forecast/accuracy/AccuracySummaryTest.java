package io.smartcrm.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracySummaryTest {
    private static final Scale SCALE = new Scale(4, 5);

    @Test
    void eachSeriesCountsOnceInTheAveragesAndByItsStepsInThePool() {
        // Given MASE 1 and 3
        AccuracySummary summary = new AccuracySummary(0.95);
        summary.add(Errors.of(new double[] {10}, new double[] {14}), inside(1), SCALE);

        // When
        summary.add(Errors.of(new double[] {10, 10, 10}, new double[] {22, 22, 22}), outside(3), SCALE);

        // Then
        assertThat(summary.series()).isEqualTo(2);
        assertThat(summary.mase()).isCloseTo(2, within(1e-12));
        assertThat(summary.smape()).isCloseTo((200 * 4 / 24.0 + 200 * 12 / 32.0) / 2, within(1e-12));
        assertThat(summary.pooled().bias()).isCloseTo(10, within(1e-12));
        assertThat(summary.coverage()).isEqualTo(0.25);
    }

    @Test
    void aSeriesThatNeverMovedIsLeftOutOfScaledMeasuresOnly() {
        // Given
        AccuracySummary summary = new AccuracySummary(0.95);
        summary.add(Errors.of(new double[] {10}, new double[] {14}), inside(1), SCALE);

        // When
        summary.add(Errors.of(new double[] {5}, new double[] {6}), inside(1), new Scale(0, 0));

        // Then
        assertThat(summary.unscaled()).isEqualTo(1);
        assertThat(summary.mase()).isEqualTo(1);
        assertThat(summary.pooled().mae()).isEqualTo(2.5);
    }

    @Test
    void owaIsOneAgainstItselfAndHalfForHalfTheErrors() {
        // Given
        AccuracySummary benchmark = new AccuracySummary(0.95);
        benchmark.add(new Errors(1, 0, 8, 64, 20, 100), inside(1), SCALE);
        AccuracySummary better = new AccuracySummary(0.95);
        better.add(new Errors(1, 0, 4, 16, 10, 100), inside(1), SCALE);

        // When / Then
        assertThat(benchmark.owa(benchmark)).isEqualTo(1);
        assertThat(better.owa(benchmark)).isEqualTo(0.5);
    }

    private static IntervalErrors inside(int steps) {
        return new IntervalErrors(0.95, steps, steps, 10 * steps, 0);
    }

    private static IntervalErrors outside(int steps) {
        return new IntervalErrors(0.95, steps, 0, 10 * steps, steps);
    }
}

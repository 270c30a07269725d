package io.smartcrm.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackedSeriesTest {
    private static final SeriesKey KEY = new SeriesKey(SeriesKind.COUNTRY, "Peru");

    @Test
    void errorsAllOneWayAreAnAlert() {
        // Given five weeks that were all forecast two pieces too high
        TrackedSeries series = new TrackedSeries(KEY, 5, 10, 10, 40, 5);

        // When / Then
        assertThat(series.trackingSignal()).isEqualTo(5);
        assertThat(series.isAlert()).isTrue();
        assertThat(new TrackedSeries(KEY, 5, -10, 10, 40, 5).isAlert()).isTrue();
    }

    @Test
    void errorsThatCancelOutOrAreFewAreNone() {
        assertThat(new TrackedSeries(KEY, 6, 1, 12, 40, 6).isAlert()).isFalse();
        assertThat(new TrackedSeries(KEY, 3, 6, 6, 40, 3).isAlert()).isFalse();
        assertThat(new TrackedSeries(KEY, 5, 0, 0, 40, 5).isAlert()).isFalse();
    }

    @Test
    void levelsAddUpTheirSeries() {
        // When
        List<LevelAccuracy> levels = LevelAccuracy.of(List.of(
                new TrackedSeries(KEY, 5, 10, 10, 40, 4),
                new TrackedSeries(new SeriesKey(SeriesKind.COUNTRY, "Chad"), 5, -2, 6, 10, 5),
                new TrackedSeries(SeriesKey.TOTAL, 5, 8, 8, 50, 5)));

        // Then
        assertThat(levels)
                .containsExactly(
                        new LevelAccuracy(SeriesKind.TOTAL, 1, 5, 8, 8, 50, 5, 1),
                        new LevelAccuracy(SeriesKind.COUNTRY, 2, 10, 8, 16, 50, 9, 1));
    }
}

package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/** The forecasts of all series of a kind against what happened since. */
record LevelAccuracy(
        SeriesKind kind,
        int series,
        long weeks,
        double signed,
        double absolute,
        double sold,
        long covered,
        int alerts) {
    LevelAccuracy {
        requireNonNull(kind, "kind is null");
    }

    /** One a kind of which there are series. */
    static List<LevelAccuracy> of(List<TrackedSeries> tracked) {
        return Arrays.stream(SeriesKind.values())
                .map(kind -> of(
                        kind,
                        tracked.stream().filter(one -> one.key().kind() == kind).toList()))
                .filter(level -> level.series > 0)
                .toList();
    }

    private static LevelAccuracy of(SeriesKind kind, List<TrackedSeries> tracked) {
        return new LevelAccuracy(
                kind,
                tracked.size(),
                tracked.stream().mapToLong(TrackedSeries::weeks).sum(),
                tracked.stream().mapToDouble(TrackedSeries::signed).sum(),
                tracked.stream().mapToDouble(TrackedSeries::absolute).sum(),
                tracked.stream().mapToDouble(TrackedSeries::sold).sum(),
                tracked.stream().mapToLong(TrackedSeries::covered).sum(),
                (int) tracked.stream().filter(TrackedSeries::isAlert).count());
    }
}

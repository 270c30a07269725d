package io.smartcrm.gateway.forecast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is expected after a series, or why nothing can be said. */
@RegisterForReflection
@Schema(name = "SeriesForecast")
public record SeriesForecastView(
        @Nullable String id,

        @Schema(description = "The method that forecast", examples = "ensemble") @Nullable
        String method,

        @Schema(description = "One number a step") @Nullable List<@Nullable Double> mean,

        @Schema(description = "One a level, in the order of the levels") @Nullable
        List<IntervalView> intervals,

        @Schema(description = "How the series sells", examples = "SMOOTH") @Nullable
        String pattern,

        @Nullable Double trendStrength,
        @Nullable Double seasonStrength,

        @Schema(description = "Why this method, when it was left to the service") @Nullable
        String explanation,

        @Schema(description = "Why the series was not forecast") @Nullable
        SeriesProblemView problem) {
    public SeriesForecastView {
        mean = mean == null ? null : Collections.unmodifiableList(new ArrayList<>(mean));
        intervals = intervals == null ? null : List.copyOf(intervals);
    }

    static SeriesForecastView refused(@Nullable String id, String field, String detail) {
        return new SeriesForecastView(
                id, null, null, null, null, null, null, null, new SeriesProblemView(field, detail));
    }

    /** Each actual value is meant to lie between the bounds with the probability of the level. */
    @RegisterForReflection
    @Schema(name = "SeriesInterval")
    public record IntervalView(double level, List<@Nullable Double> lower, List<@Nullable Double> upper) {
        public IntervalView {
            lower = Collections.unmodifiableList(new ArrayList<>(lower));
            upper = Collections.unmodifiableList(new ArrayList<>(upper));
        }
    }

    /** @param field path within the series, or the number of its line */
    @RegisterForReflection
    @Schema(name = "SeriesProblem")
    public record SeriesProblemView(
            @Schema(examples = "values[3]") String field, String detail) {}
}

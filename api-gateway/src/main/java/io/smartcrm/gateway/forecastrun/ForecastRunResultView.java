package io.smartcrm.gateway.forecastrun;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a run expects of one series. */
@Schema(name = "ForecastRunResult")
public record ForecastRunResultView(SeriesScopeView scope, String method, List<WeekView> weeks) {
    public ForecastRunResultView {
        weeks = List.copyOf(weeks);
    }

    /** Whose demand: the total when nothing is named. */
    @Schema(name = "ForecastScope")
    public record SeriesScopeView(
            @Nullable String productId,
            @Nullable String category,
            @Nullable String country,
            @Nullable String channel,
            @Nullable String segmentId) {}

    /** Mean and intervals of one week; what was expected before sums were made to add up. */
    @Schema(name = "ForecastWeek")
    public record WeekView(
            LocalDate week,
            @Nullable Double mean,
            @Nullable Double lower80,
            @Nullable Double upper80,
            @Nullable Double lower95,
            @Nullable Double upper95,

            @Schema(description = "Expected before it was made to add up") @Nullable
            Double base) {}
}

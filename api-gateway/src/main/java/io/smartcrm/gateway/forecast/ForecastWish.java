package io.smartcrm.gateway.forecast;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Series, and how they are to be forecast. */
@Schema(examples = """
    {"period": 4, "horizon": 4, "levels": [0.95], "nonNegative": true, \
    "series": [{"id": "umbrellas", "values": [30, 21, 29, 33, 32, 23, 28, 37, 36, 25, 33, null, 41]}]}\
    """)
public record ForecastWish(
        @Schema(
                description =
                        "Steps in a season: 12 for months in a year, 7 for days in a week; 1, no season, when absent")
        @Nullable
        Integer period,

        @Schema(
                description = "Steps ahead; times the number of series at most 100,000",
                minimum = "1",
                maximum = "1000")
        @Nullable
        Integer horizon,

        @Schema(
                description =
                        "Name of a method, or auto to choose one for each series; absent: the one that suits most")
        @Nullable
        String method,

        @Schema(description = "Of prediction intervals, at most 5; none when absent, which is faster")
        List<Double> levels,

        @Schema(description = "Whether the numbers cannot be below zero, as sales cannot; false when absent") @Nullable
        Boolean nonNegative,

        @Schema(description = "1 to 1,000, with at most 250,000 values together")
        List<SeriesView> series) {
    public ForecastWish {
        levels = levels == null ? List.of() : List.copyOf(levels);
        series = series == null ? List.of() : List.copyOf(series);
    }

    ForecastOptions options() {
        return new ForecastOptions(period, horizon, method, levels, nonNegative);
    }
}

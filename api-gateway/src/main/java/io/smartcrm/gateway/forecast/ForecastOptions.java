package io.smartcrm.gateway.forecast;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How series are to be forecast. */
@Schema(examples = """
    {"period": 12, "horizon": 6, "method": "auto", "levels": [0.8, 0.95], "nonNegative": true}\
    """)
public record ForecastOptions(
        @Schema(
                description =
                        "Steps in a season: 12 for months in a year, 7 for days in a week; 1, no season, when absent")
        @Nullable
        Integer period,

        @Schema(description = "Steps ahead", minimum = "1", maximum = "1000") @Nullable
        Integer horizon,

        @Schema(
                description =
                        "Name of a method, or auto to choose one for each series; absent: the one that suits most")
        @Nullable
        String method,

        @Schema(description = "Of prediction intervals, at most 5; none when absent, which is faster")
        List<Double> levels,

        @Schema(description = "Whether the numbers cannot be below zero, as sales cannot; false when absent") @Nullable
        Boolean nonNegative) {
    public ForecastOptions {
        levels = levels == null ? List.of() : List.copyOf(levels);
    }
}

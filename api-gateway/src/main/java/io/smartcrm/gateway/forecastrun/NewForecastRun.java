package io.smartcrm.gateway.forecastrun;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How all series are to be forecast. */
@Schema(examples = """
    {"horizon": 6, "reconciliation": "MIN_TRACE"}\
    """)
public record NewForecastRun(
        @Schema(description = "Weeks ahead, 1 to 26; 6 when absent") @Nullable
        Integer horizon,

        @Schema(description = "BOTTOM_UP, TOP_DOWN or MIN_TRACE; MIN_TRACE when absent") @Nullable
        String reconciliation,

        @Schema(description = "Name of a method; the one that was promoted last when absent") @Nullable
        String method) {}

package io.smartcrm.gateway.forecastrun;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run, with all that is needed to know where its forecasts came from. */
@Schema(name = "ForecastRun")
public record ForecastRunView(
        String id,

        @Schema(description = "WAITING, RUNNING, SUCCEEDED, FAILED or CANCELLED", examples = "RUNNING")
        String state,

        @Schema(description = "Weeks ahead") int horizon,
        @Schema(examples = "MIN_TRACE") String reconciliation,
        @Schema(examples = "ensemble") String method,

        @Schema(description = "By which promotion the method was had; absent when somebody named it") @Nullable
        Integer promotionVersion,

        @Schema(description = "Version of the program that forecast")
        String codeVersion,

        @Schema(description = "First week that is forecast; absent until it runs") @Nullable
        LocalDate firstWeek,

        @Schema(description = "Orders up to here were known when it started") @Nullable
        Instant dataTime,

        @Schema(description = "Series that are forecast") long done,
        long total,
        @Nullable Instant createTime,
        @Nullable Instant startTime,
        @Nullable Instant endTime,

        @Schema(description = "Why it failed and what to do") @Nullable
        String failure) {}

package io.smartcrm.gateway.forecastmethod;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Since when which method forecasts in runs that name none. */
@Schema(name = "MethodPromotion")
public record MethodPromotionView(
        @Schema(description = "The highest one holds; 0 is what the program brings along")
        int version,

        @Schema(examples = "ensemble") String method,

        @Schema(description = "Why, in the words of who promoted it") @Nullable
        String note,

        @Schema(description = "The version that was restored by this one") @Nullable
        Integer restoredVersion,

        @Nullable String userName,
        @Nullable Instant promoteTime) {}

package io.smartcrm.gateway.forecastmethod;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Since when which method forecasts where none is named. */
@Schema(name = "MethodPromotion")
public record MethodPromotionView(
        @Schema(description = "The highest one holds; 0 is what the program brings along")
        int version,

        @Schema(examples = "ensemble") String method,

        @Schema(
                description =
                        "What it is compared with where one is chosen for a series; empty for those that suit the series")
        List<String> candidates,

        @Schema(description = "Why, in the words of who promoted it") @Nullable
        String note,

        @Schema(description = "The version that was restored by this one") @Nullable
        Integer restoredVersion,

        @Nullable String userName,
        @Nullable Instant promoteTime,

        @Schema(description = "Of the program that promoted it") @Nullable
        String codeVersion,

        @Schema(description = "Orders up to here were known then") @Nullable
        Instant dataTime) {
    public MethodPromotionView {
        candidates = List.copyOf(candidates);
    }
}

package io.smartcrm.gateway.forecastmethod;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A method to forecast by from now on. */
@Schema(name = "NewMethodPromotion", examples = """
    {"method": "ensemble", "candidates": ["ets", "arima", "linear"], "note": "smallest error of the last four runs"}\
    """)
public record NewPromotion(
        @Nullable String method,

        @Schema(description = "Methods to choose from for a series; those that suit it when absent")
        List<String> candidates,

        @Nullable String note) {
    public NewPromotion {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }
}

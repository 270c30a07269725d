package io.smartcrm.gateway.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Numbers at equal steps of time. */
@Schema(name = "TimeSeries")
public record SeriesView(
        @Schema(description = "Your name for it, which the answer repeats") @Nullable
        String id,

        @Schema(
                description = "Oldest first, null for a missing one; 1 to 5,000",
                examples = "[12, 15, 9, null, 14, 18, 11, 16]")
        @Nullable
        List<@Nullable Double> values) {
    public SeriesView {
        values = values == null ? null : Collections.unmodifiableList(new ArrayList<>(values));
    }

    String name() {
        return id == null ? "" : id;
    }

    List<@Nullable Double> known() {
        return values == null ? List.of() : values;
    }
}

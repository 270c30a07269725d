package io.smartcrm.gateway.recommendation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trained model and how much it has seen. */
@Schema(name = "Model")
public record ModelView(
        String id,
        @Schema(examples = "hybrid") String name,
        @Nullable Instant trainTime,
        long interactions,
        long customers,
        long items,

        @Schema(description = "Memory it holds while it serves")
        long bytes,

        @Schema(description = "Whether it answers now") boolean serving) {}

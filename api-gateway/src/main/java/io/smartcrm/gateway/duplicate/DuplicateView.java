package io.smartcrm.gateway.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two customers who may be one person. */
@Schema(name = "Duplicate")
public record DuplicateView(
        String id,
        List<String> customerIds,

        @Schema(description = "OPEN, CERTAIN, MERGED or REJECTED", examples = "OPEN")
        String state,

        double probability,

        @Schema(description = "log2 of the Fellegi-Sunter likelihood ratio") @Nullable
        Double weight,

        @Schema(description = "How far each field agrees", examples = "{\"name\": \"SIMILAR\", \"email\": \"SAME\"}")
        Map<String, String> agreement,

        @Nullable Instant findTime,
        @Nullable Instant decideTime,
        @Nullable String mergeId) {
    public DuplicateView {
        customerIds = List.copyOf(customerIds);
        agreement = Map.copyOf(agreement);
    }
}

package io.smartcrm.gateway.programme;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order would earn, and by which rules. */
@Schema(name = "EarningSimulation")
public record SimulationView(long points, List<PartView> parts) {
    public SimulationView {
        parts = List.copyOf(parts);
    }

    /** What one rule gives. */
    @Schema(name = "EarnedPart")
    public record PartView(String rule, long points) {}

    /** An order that somebody thinks of. */
    @Schema(name = "SimulatedOrder", examples = "{\"minorUnits\": 4990, \"channel\": \"web\"}")
    public record OrderView(
            @Schema(description = "Somebody new when absent") @Nullable
            String customerId,

            @Schema(description = "Now when absent") @Nullable
            Instant orderTime,

            @Nullable Long minorUnits,
            @Nullable String channel,
            @Nullable List<LineView> lines) {}

    /** What one product would cost. */
    @Schema(name = "SimulatedLine")
    public record LineView(
            @Nullable String productId, @Nullable Long minorUnits) {}
}

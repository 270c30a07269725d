package io.smartcrm.gateway.loyalty;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers pass from one state of life to another. */
@Schema(name = "LifecycleRates")
public record LifecycleView(
        List<RateView> rates,
        List<CountView> counts,

        @Schema(description = "The latest order known: until when silence counts") @Nullable
        Instant asOfTime) {
    public LifecycleView {
        rates = List.copyOf(rates);
        counts = List.copyOf(counts);
    }

    /** A pair of states that somebody passed. */
    @Schema(name = "LifecycleRate")
    public record RateView(
            @Schema(examples = "ACTIVE") String fromState,
            @Schema(examples = "AT_RISK") String toState,
            long customers,

            @Schema(description = "Of all who left the first state, 0 to 1")
            double share,

            @Schema(description = "In the first state before")
            double meanDays) {}

    /** How many customers are in a state. */
    @Schema(name = "LifecycleCount")
    public record CountView(String state, long customers) {}
}

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
            double meanDays,

            @Schema(
                    description =
                            "How many of those in the first state pass to the second a day; absent when nobody was "
                                    + "in it for any time")
            @Nullable
            Double perDay) {}

    /** How many customers are in a state, and how long it takes them to leave it. */
    @Schema(name = "LifecycleCount")
    public record CountView(
            String state,
            long customers,
            @Schema(description = "How often it was left") long left,

            @Schema(description = "That all customers together were in it, those who still are included")
            double days,

            @Schema(
                    description = "Until the next state, whichever it is: days / left; absent while nobody left it",
                    examples = "43.3")
            @Nullable
            Double expectedDays) {}
}

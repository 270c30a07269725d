package io.smartcrm.gateway.scenario;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The futures side by side, and what they were told apart by. */
@Schema(name = "DemandScenarioComparison")
public record ScenarioView(
        @Schema(description = "The plan first, then the scenarios in their order")
        List<FutureView> forecasts,

        @Schema(description = "What prices, promotions and the calendar are worth")
        List<EffectView> effects) {
    public ScenarioView {
        forecasts = List.copyOf(forecasts);
        effects = List.copyOf(effects);
    }

    /** What is expected if it comes that way. */
    @Schema(name = "ScenarioForecast")
    public record FutureView(
            @Schema(description = "Absent for the plan") @Nullable
            String name,

            @Schema(description = "Expected over the whole horizon") @Nullable
            Double total,

            @Schema(description = "More than by the plan") @Nullable
            Double difference,

            List<StepView> points) {
        public FutureView {
            points = List.copyOf(points);
        }
    }

    /** Mean and the 80 % and 95 % intervals of one coming step. */
    @Schema(name = "ScenarioPoint")
    public record StepView(
            LocalDate start,
            @Nullable Double mean,
            @Nullable Double lower80,
            @Nullable Double upper80,
            @Nullable Double lower95,
            @Nullable Double upper95) {}

    /** What something is worth to the demand of a step. */
    @Schema(name = "DemandEffect")
    public record EffectView(
            @Schema(examples = "promotion") String name,

            @Schema(
                    description = "Pieces a step: of a promotion of the whole step, of a day more; of a price, for one"
                            + " percent more")
            @Nullable
            Double change,

            @Nullable Double standardError) {}
}

package io.smartcrm.gateway.loyalty;

import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is known of a customer's loyalty, in one. */
@Schema(name = "LoyaltyAssessment")
public record AssessmentView(
        String customerId,

        @Schema(description = "0 to 100: the parts by their weights, of those that are known")
        double loyaltyIndex,

        @Schema(description = "Those with most to say first")
        List<PartView> parts,

        @Schema(examples = "LOYAL") String lifecycleState,
        @Nullable Instant lifecycleTime,

        @Schema(description = "The way here, the oldest first")
        List<StepView> lifecycle,

        @Nullable String rfmSegment,
        @Nullable String rfmCode,

        @Schema(description = "Probability that the customer still buys") @Nullable
        Double alive,

        @Nullable MoneyView expectedValue,

        @Schema(description = "Mean of the ratings of support cases, 1 to 5") @Nullable
        Double satisfaction,

        @Nullable String tier,
        long points,
        ActionView nextBestAction,

        @Schema(description = "What could not be assessed, and why")
        List<MissingView> missing) {
    public AssessmentView {
        parts = List.copyOf(parts);
        lifecycle = List.copyOf(lifecycle);
        missing = List.copyOf(missing);
    }

    /** What one thing adds to the loyalty index. */
    @Schema(name = "LoyaltyPart")
    public record PartView(
            @Schema(examples = "RFM") String name,
            double weight,

            @Schema(description = "0 to 1") double score,
            String reason) {}

    /** A state and since when. */
    @Schema(name = "LifecycleStep")
    public record StepView(String state, @Nullable Instant startTime) {}

    /** What to do with a customer now. */
    @Schema(name = "NextBestAction")
    public record ActionView(
            @Schema(examples = "WIN_BACK") String action,
            String reason,

            @Schema(description = "By the response rate of the service") @Nullable
            MoneyView expectedGain) {}

    /** A part that is not in the assessment. */
    @Schema(name = "MissingLoyaltyPart")
    public record MissingView(String name, String reason) {}
}

package io.smartcrm.gateway.strategy;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the shop does for customers by itself, and where it stands. */
@Schema(name = "Strategy")
public record StrategyView(
        String id,
        DefinitionView definition,

        @Schema(description = "Of the definition; grows with every change of it")
        long version,

        @Schema(description = "DRAFT, ACTIVE or PAUSED", examples = "ACTIVE")
        String state,

        @Schema(description = "Why it was paused") @Nullable String pauseReason,

        @Schema(description = "Most customers for whom something is done within 24 hours; more pause it")
        long reach,

        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        String etag) {
    /** A definition, who made it and when. */
    @Schema(name = "StrategyVersion")
    public record VersionView(
            long version,
            DefinitionView definition,
            String author,
            @Nullable Instant createTime) {}

    /** How far an activation may go. */
    @Schema(name = "StrategyActivation", examples = "{\"confirmedReach\": 25000}")
    public record Activation(
            @Schema(
                    description =
                            "Customers for whom it may do something within 24 hours; the service's threshold when absent")
            @Nullable
            Long confirmedReach) {}

    /** Why it is paused. */
    @Schema(name = "StrategyPause", examples = "{\"reason\": \"The summer sale begins\"}")
    public record Pause(@Nullable String reason) {}

    /** What a strategy would have decided; nothing was done. */
    @Schema(name = "StrategyPreview")
    public record PreviewView(
            @Schema(description = "What was looked at") String basis,

            @Schema(description = "Of the customers that were looked at; below 1 the counts are estimates")
            double share,

            long candidates,

            @Schema(description = "For whom something would have been done")
            long acting,

            long heldOut,

            @Schema(description = "Of the others, by the first reason")
            List<PassedView> passed,

            @Schema(description = "Some of those for whom something would have been done")
            List<String> customerIds,

            long points,

            @Schema(description = "Beside points") long costMinorUnits) {
        public PreviewView {
            passed = List.copyOf(passed);
            customerIds = List.copyOf(customerIds);
        }
    }

    /** How many customers nothing is done for, and why. */
    @Schema(name = "StrategyPassed")
    public record PassedView(
            @Schema(examples = "NO_CONSENT") String reason, long customers) {}

    /** One thing that is, was or will be done for a customer. */
    @Schema(name = "StrategyActionRecord")
    public record ActionRecordView(
            String id,
            String strategyId,
            long strategyVersion,
            String customerId,

            @Schema(examples = "POINTS") String kind,

            @Schema(description = "DUE, DONE, FAILED or CANCELLED", examples = "DONE")
            String state,

            @Schema(
                    description =
                            "Why it failed, was cancelled or is tried again; what it made, such as a voucher's code")
            @Nullable
            String outcome,

            @Schema(description = "What happened to the customer")
            String occasion,

            int attempts,

            @Schema(description = "Not before") @Nullable Instant dueTime,

            @Nullable Instant createTime,
            @Nullable Instant endTime) {}

    /** Something to show to a customer now. */
    @Schema(name = "CustomerOffer")
    public record OfferView(
            String id,
            String strategyId,
            String slot,
            String title,
            @Nullable String text,
            List<String> productIds,
            @Nullable Instant startTime,
            @Nullable Instant endTime) {
        public OfferView {
            productIds = List.copyOf(productIds);
        }
    }

    /** What a strategy achieved. */
    @Schema(name = "StrategyResults")
    public record ResultsView(
            @Schema(
                    description =
                            "Of all amounts but the cost, which is in the programme's; the one that was paid in most")
            @Nullable
            String currencyCode,

            @Schema(
                    description =
                            "After the first decision, in which sales count, less what was given back of them so far")
            int windowDays,

            @Schema(description = "Customers whose window is not over")
            long waiting,

            GroupView served,
            GroupView heldOut,

            @Schema(description = "Share of buyers among those served less that among those held out") @Nullable
            EstimateView conversionUplift,

            @Schema(description = "Of one customer, in minor units") @Nullable
            EstimateView spendingUplift,

            @Schema(description = "Of all who were served together, in minor units") @Nullable
            EstimateView gain,

            long points,

            @Schema(description = "Points by what they cost the shop, and each action's own cost")
            long costMinorUnits,

            @Schema(description = "By kind and state") List<CountView> actions,

            @Schema(description = "Customers for whom nothing was decided, by reason")
            List<CountView> passed) {
        public ResultsView {
            actions = List.copyOf(actions);
            passed = List.copyOf(passed);
        }
    }

    /** What became of one group of customers. */
    @Schema(name = "StrategyGroup")
    public record GroupView(
            long customers,
            long buyers,
            double conversion,

            @Schema(description = "Of one customer, in minor units")
            double meanSpending) {}

    /** A difference, with the interval that covers the true one with 95 % confidence. */
    @Schema(name = "StrategyEstimate")
    public record EstimateView(
            double value,
            double low,
            double high,

            @Schema(description = "Nothing is outside the interval")
            boolean significant) {}

    /** How many of a name. */
    @Schema(name = "StrategyCount")
    public record CountView(
            @Schema(examples = "POINTS DONE") String name, long count) {}

    /** A strategy to begin with. */
    @Schema(name = "StrategyTemplate")
    public record TemplateView(
            @Schema(examples = "WIN_BACK") String name, DefinitionView definition) {}
}

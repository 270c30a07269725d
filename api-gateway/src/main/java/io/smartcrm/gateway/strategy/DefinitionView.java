package io.smartcrm.gateway.strategy;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a customer is looked at, for whom something is done, and what. */
@Schema(name = "StrategyDefinition", examples = """
                {"name": "Win back", "purpose": "REWARD", "trigger": {"lifecycle": {"to": ["LAPSED"]}}, \
                "conditions": [{"fact": "SPENT", "operator": "AT_LEAST", "number": 10000}], \
                "actions": [{"points": {"points": 300}}, {"offer": {"slot": "home-top", "title": "We miss you"}}], \
                "limits": {"perCustomer": 1, "days": 365}, "holdOut": 0.1}""")
public record DefinitionView(
        @Nullable String name,
        @Nullable String description,

        @Schema(description = "REWARD, SERVICE or COMMUNICATION", examples = "REWARD") @Nullable
        String purpose,

        @Nullable TriggerView trigger,

        @Schema(description = "A segment whose members alone are looked at; every customer when absent") @Nullable
        String segmentId,

        @Schema(description = "All must hold; at most 20") @Nullable
        List<ConditionView> conditions,

        @Schema(description = "Done in their order; 1 to 5") @Nullable
        List<ActionView> actions,

        @Nullable LimitsView limits,

        @Schema(description = "Share of the customers for whom nothing is done; 0 to 0.9, 0.1 when absent") @Nullable
        Double holdOut,

        @Schema(description = "Of strategies that want the same customer the higher goes first") @Nullable
        Integer priority,

        @Schema(description = "After a decision, in which a purchase counts as a result; 30 when absent") @Nullable
        Integer windowDays) {

    /** What makes a strategy look at a customer: one of these. */
    @Schema(name = "StrategyTrigger")
    public record TriggerView(
            @Schema(description = "ORDER_PLACED, REFUND_ISSUED or CASE_RATED", examples = "CASE_RATED") @Nullable
            String event,

            @Nullable LifecycleView lifecycle,
            @Nullable SegmentChangeView segment,
            @Nullable CrossingView crossing,
            @Nullable ScheduleView schedule) {}

    /** From one state of life to another; any when absent. */
    @Schema(name = "LifecycleTrigger")
    public record LifecycleView(
            @Nullable List<String> from, @Nullable List<String> to) {}

    /** A customer entered a segment, or left it. */
    @Schema(name = "SegmentTrigger")
    public record SegmentChangeView(
            @Nullable String segmentId, @Nullable Boolean left) {}

    /** A number came to a threshold from the other side. */
    @Schema(name = "CrossingTrigger")
    public record CrossingView(
            @Schema(examples = "ALIVE") @Nullable String fact,

            @Schema(description = "true: to the threshold or below, not above") @Nullable
            Boolean down,

            @Nullable Double threshold) {}

    /** The clock. */
    @Schema(name = "ScheduleTrigger")
    public record ScheduleView(
            @Schema(description = "DAILY, WEEKLY or MONTHLY", examples = "DAILY") @Nullable
            String cadence,

            @Schema(description = "1 to 7 for Monday to Sunday, or 1 to 28 of the month") @Nullable
            Integer day,

            @Schema(examples = "09:30") @Nullable String time,

            @Schema(examples = "Europe/Berlin") @Nullable String timeZone) {}

    /** Something that must hold of a customer; what is not known does not hold. */
    @Schema(name = "StrategyCondition")
    public record ConditionView(
            @Schema(
                    description = "ORDERS, SPENT, DAYS_SINCE_ORDER, DAYS_SINCE_FIRST_ORDER, ORDER_GAP, RECENCY_SCORE, "
                            + "FREQUENCY_SCORE, MONETARY_SCORE, ALIVE, EXPECTED_PURCHASES, EXPECTED_VALUE, LOYALTY_INDEX, "
                            + "POINTS, PENDING_POINTS, POINTS_EXPIRING, TO_NEXT_TIER, LAST_RATING, DAYS_TO_BIRTHDAY, "
                            + "ORDER_AMOUNT; or the names RFM_SEGMENT, LIFECYCLE, TIER, CURRENCY",
                    examples = "ORDERS")
            @Nullable
            String fact,

            @Schema(
                    description = "AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL_TO; of names ONE_OF, NONE_OF",
                    examples = "AT_LEAST")
            @Nullable
            String operator,

            @Nullable Double number,
            @Nullable List<String> names) {}

    /** What is done: one of these, and what it costs. */
    @Schema(name = "StrategyAction")
    public record ActionView(
            @Schema(description = "What doing it once costs the shop beside points") @Nullable
            Long costMinorUnits,

            @Nullable PointsView points,
            @Nullable VoucherView voucher,
            @Nullable OfferView offer,
            @Nullable PublishView publish,
            @Nullable WebhookView webhook,
            @Nullable EmailView email,
            @Nullable TaskView task) {}

    /** Credits points. */
    @Schema(name = "GrantPoints")
    public record PointsView(@Nullable Long points) {}

    /** Gives a reward that costs the customer nothing; its terms hold. */
    @Schema(name = "GiveVoucher")
    public record VoucherView(@Nullable String rewardId) {}

    /** Shows something where the shop has a place for it. */
    @Schema(name = "ShowOffer")
    public record OfferView(
            @Schema(examples = "home-top") @Nullable String slot,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> productIds,

            @Schema(description = "30 when absent") @Nullable
            Integer days) {}

    /** Tells the suite, over the topic smartcrm.loyalty.action.v1. */
    @Schema(name = "PublishEvent")
    public record PublishView(
            @Nullable String name, @Nullable Map<String, String> attributes) {}

    /** Posts signed JSON to another system. */
    @Schema(name = "CallWebhook")
    public record WebhookView(
            @Schema(examples = "https://example.com/hooks/crm") @Nullable
            String url,

            @Nullable Map<String, String> attributes) {}

    /** Writes to the customer, who must have agreed to limits.consent unless the purpose is SERVICE. */
    @Schema(name = "SendEmail", examples = """
                    {"subject": "{{points}} points", "text": "Dear {{name}},\\n\\nyou have {{points}} points."}""")
    public record EmailView(
            @Schema(
                    description = "Places are {{name}}, {{points}}, {{tier}}, {{orders}}, {{points_expiring}}, "
                            + "{{to_next_tier}} and, after an action that gives one, {{voucher}}")
            @Nullable
            String subject,

            @Nullable String text,

            @Schema(description = "Plain text alone when absent; what is put in is escaped") @Nullable
            String html) {}

    /** Opens a support case for an agent. */
    @Schema(name = "OpenTask")
    public record TaskView(
            @Nullable String subject,

            @Schema(description = "LOW, NORMAL, HIGH or URGENT; NORMAL when absent", examples = "HIGH") @Nullable
            String urgency) {}

    /** How far it may go. */
    @Schema(name = "StrategyLimits")
    public record LimitsView(
            @Schema(description = "Most decisions for one customer within the days; any number when absent") @Nullable
            Integer perCustomer,

            @Schema(description = "30 when absent") @Nullable
            Integer days,

            @Schema(description = "Most decisions over all") @Nullable
            Long total,

            @Nullable QuietHoursView quietHours,

            @Schema(description = "The purpose that a customer must have agreed to", examples = "marketing") @Nullable
            String consent,

            @Schema(description = "Strategies of a group leave alone whom another of no lower priority served")
            @Nullable
            String exclusionGroup,

            @Schema(description = "7 when absent") @Nullable Integer exclusionDays) {}

    /** Nobody is written to in these hours; over midnight when the first is later. */
    @Schema(name = "QuietHours")
    public record QuietHoursView(
            @Schema(examples = "21:00") @Nullable String fromTime,
            @Schema(examples = "08:00") @Nullable String toTime,
            @Nullable String timeZone) {}
}

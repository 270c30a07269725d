package io.smartcrm.gateway.programme;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers earn points. What is absent is off, or zero. */
@Schema(name = "LoyaltyProgramme", examples = """
                {"name": "Tea club", "active": true, "startTime": "2026-01-01T00:00:00Z", "currencyCode": "EUR", \
                "returnWindowDays": 14, "validityMonths": 24, "negativePolicy": "OWE", "minorUnitsPerThousandPoints": 500, \
                "tierMeasure": "POINTS", "tierPeriodMonths": 12, "tierGraceDays": 30, \
                "tiers": [{"name": "silver", "threshold": 500}, {"name": "gold", "threshold": 2000}], \
                "rules": [{"name": "one a euro", "perAmount": {"points": 1, "perMinorUnits": 100}}, \
                {"name": "gold earns half more", "multiplier": {"percent": 150}, "conditions": {"tiers": ["gold"]}}, \
                {"name": "welcome", "bonus": {"points": 100}, "conditions": {"firstOrder": true}}]}""")
public record ProgrammeView(
        @Nullable String name,

        @Schema(description = "true when absent") @Nullable Boolean active,

        @Schema(description = "Orders before it earn nothing") @Nullable
        Instant startTime,

        @Schema(description = "Orders in another currency earn nothing", examples = "EUR") @Nullable
        String currencyCode,

        @Schema(description = "From the order until its points can be spent; 0 to 365") @Nullable
        Integer returnWindowDays,

        @Schema(description = "From then until points expire; 0 for ever, at most 120") @Nullable
        Integer validityMonths,

        @Schema(description = "When points to be taken back are spent: OWE or FORGIVE", examples = "OWE") @Nullable
        String negativePolicy,

        @Schema(description = "0 for any number") @Nullable Long maxPointsPerOrder,

        @Schema(description = "What a thousand points cost the shop") @Nullable
        Long minorUnitsPerThousandPoints,

        @Schema(description = "POINTS, SPEND or ORDERS", examples = "POINTS") @Nullable
        String tierMeasure,

        @Schema(description = "What tiers count, back from now; 12 when absent") @Nullable
        Integer tierPeriodMonths,

        @Schema(description = "How long a tier stays that is no longer earned") @Nullable
        Integer tierGraceDays,

        @Schema(description = "The lowest first") @Nullable List<TierView> tiers,
        @Nullable List<RuleView> rules,

        @Schema(description = "Members cannot refer anybody when absent") @Nullable
        ReferralTermsView referrals,

        @Schema(description = "As in the ETag", readOnly = true) @Nullable
        String etag) {

    /** What a member and the new customer get; a referral keeps the terms of its day. */
    @Schema(name = "ReferralTerms", examples = """
                    {"referrerPoints": 200, "referredPoints": 100, "minimumMinorUnits": 2000, "perMember": 20}""")
    public record ReferralTermsView(
            @Nullable Long referrerPoints,
            @Nullable Long referredPoints,

            @Schema(description = "What is left of the first order after refunds, at least") @Nullable
            Long minimumMinorUnits,

            @Schema(description = "Most referrals of one member; 1 to 1000") @Nullable
            Integer perMember) {}

    /** A tier and what it needs. */
    @Schema(name = "LoyaltyTier")
    public record TierView(@Nullable String name, @Nullable Long threshold) {}

    /** One way to earn points: perAmount, multiplier or bonus. */
    @Schema(name = "EarningRule")
    public record RuleView(
            @Nullable String name,

            @Schema(description = "true when absent") @Nullable
            Boolean active,

            @Nullable PerAmount perAmount,
            @Nullable Multiplier multiplier,
            @Nullable Bonus bonus,

            @Schema(description = "Most points for one order; 0 for any number") @Nullable
            Long cap,

            @Nullable ConditionsView conditions) {}

    /** Points for each so much spent. */
    @Schema(name = "PointsPerAmount")
    public record PerAmount(@Nullable Long points, @Nullable Long perMinorUnits) {}

    /** Multiplies the points for the amount. */
    @Schema(name = "PointsMultiplier")
    public record Multiplier(
            @Schema(description = "200 doubles") @Nullable Integer percent) {}

    /** Points on top. */
    @Schema(name = "PointsBonus")
    public record Bonus(@Nullable Long points) {}

    /** When a rule applies: all that is said must hold. */
    @Schema(name = "EarningConditions")
    public record ConditionsView(
            @Nullable Instant fromTime,
            @Nullable Instant toTime,
            @Nullable Long minimumMinorUnits,
            @Nullable List<String> productIds,

            @Schema(
                    description =
                            "Paths: a category counts with what lies below it; the rule then counts these lines only",
                    examples = "[\"Home/Kitchen\"]")
            @Nullable
            List<String> categories,

            @Schema(description = "RFM segments, such as AT_RISK") @Nullable
            List<String> segments,

            @Nullable List<String> tiers,
            @Nullable List<String> channels,

            @Schema(description = "1 for Monday to 7 for Sunday, in UTC") @Nullable
            List<Integer> weekdays,

            @Nullable Boolean firstOrder,

            @Schema(description = "Only orders on the customer's birthday, in UTC") @Nullable
            Boolean birthday,

            @Schema(description = "So many days before and after the birthday count, too; 0 to 30") @Nullable
            Integer birthdayDays) {}
}

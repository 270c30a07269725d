package io.smartcrm.gateway.scenario;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was and is planned, and what else could be. */
@Schema(name = "DemandScenarioQuestion", examples = """
    {"category": "Home", "step": "WEEK", "horizon": 4, \
    "plan": {"promotions": [{"firstDay": "2011-11-21", "lastDay": "2011-12-04"}]}, \
    "scenarios": [{"name": "one more", "plan": {"promotions": [{"firstDay": "2011-12-12", "lastDay": "2011-12-18"}]}}]}\
    """)
public record ScenarioQuestion(
        @Nullable String productId,
        @Nullable String category,
        @Nullable String country,
        @Nullable String channel,
        @Nullable String segmentId,

        @Schema(description = "DAY, WEEK or MONTH; WEEK when absent") @Nullable
        String step,

        @Schema(description = "Steps ahead; 14 days, 6 weeks or 6 months when absent") @Nullable
        Integer horizon,

        @Schema(description = "Prices and promotions, past and to come") @Nullable
        Plan plan,

        @Schema(
                description =
                        "At most 10 other futures, each of which replaces the plan from the first forecast step on")
        List<Scenario> scenarios,

        @Schema(description = "Days, past and to come") List<String> holidays,

        @Schema(description = "Days of the month; one that a month does not have is its last", examples = "[31]")
        List<Integer> paydays) {
    public ScenarioQuestion {
        scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        paydays = paydays == null ? List.of() : List.copyOf(paydays);
    }

    /** Prices and promotions. */
    @Schema(name = "DemandPlan")
    public record Plan(
            @Schema(description = "Each holds until the next")
            List<Price> prices,

            List<Promotion> promotions) {
        static final Plan NOTHING = new Plan(List.of(), List.of());

        public Plan {
            prices = prices == null ? List.of() : List.copyOf(prices);
            promotions = promotions == null ? List.of() : List.copyOf(promotions);
        }
    }

    /** A price from a day on. */
    @Schema(name = "PlannedPrice")
    public record Price(
            @Schema(examples = "2026-01-01") @Nullable String firstDay, double price) {}

    /** Days under promotion, the last one included. */
    @Schema(name = "PlannedPromotion")
    public record Promotion(
            @Schema(examples = "2026-01-05") @Nullable String firstDay,
            @Schema(examples = "2026-01-11") @Nullable String lastDay) {}

    /** Another future. */
    @Schema(name = "DemandScenario")
    public record Scenario(@Nullable String name, @Nullable Plan plan) {}
}

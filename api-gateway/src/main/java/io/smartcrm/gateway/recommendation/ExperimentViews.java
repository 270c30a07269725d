package io.smartcrm.gateway.recommendation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Experiments as JSON. */
final class ExperimentViews {
    private ExperimentViews() {}

    @RegisterForReflection
    @Schema(name = "NewRecommendationExperiment", examples = """
                {"name": "more of the graph", "scenario": "FOR_CUSTOMER", "variants": [
                  {"name": "usual", "share": 0.5},
                  {"name": "graph", "share": 0.5, "weights": {"TASTE": 1, "HABIT": 2, "KNOWLEDGE": 0.8}}]}""")
    public record NewExperiment(
            @Nullable String name,

            @Schema(description = "Whose lists are compared: FOR_CUSTOMER, which it is when absent, or EMAIL") @Nullable
            String scenario,

            @Schema(description = "Two to ten; the first is the control, with which the others are compared") @Nullable
            List<@Nullable NewVariant> variants) {}

    @RegisterForReflection
    @Schema(name = "NewRecommendationVariant")
    public record NewVariant(
            @Nullable String name,

            @Schema(description = "Of the customers; all add up to 1")
            double share,

            @Schema(
                    description = "By signal: TASTE, POPULAR, CONTENT, TRENDING, NEW, HABIT, SESSION, KNOWLEDGE,"
                            + " ATTRIBUTES; the default weights when absent")
            @Nullable
            Map<String, @Nullable Double> weights) {}

    @RegisterForReflection
    @Schema(name = "RecommendationExperiment")
    public record ExperimentView(
            String id,
            String name,
            String scenario,

            @Schema(description = "DRAFT, RUNNING or STOPPED")
            String state,

            @Nullable Instant createTime,

            @Schema(description = "Absent in a draft") @Nullable
            Instant startTime,

            @Schema(description = "Absent until it is stopped") @Nullable
            Instant stopTime,

            @Schema(description = "The first is the control")
            List<VariantView> variants) {
        public ExperimentView {
            variants = List.copyOf(variants);
        }
    }

    @RegisterForReflection
    @Schema(name = "RecommendationVariant")
    public record VariantView(
            String name,
            double share,
            Map<String, Double> weights,

            @Schema(description = "Customers who were given a list; absent in lists and drafts") @Nullable
            Long exposed,

            @Schema(description = "Of these, who bought something from then on; absent in lists and drafts") @Nullable
            Long converted,

            @Schema(description = "With the control") @Nullable
            ComparisonView comparison) {
        public VariantView {
            weights = Map.copyOf(weights);
        }
    }

    @RegisterForReflection
    @Schema(
            name = "RecommendationComparison",
            description = "How the conversion rate differs from the control's, with 95 % intervals")
    public record ComparisonView(
            double difference,
            double low,
            double high,

            @Schema(description = "As low and high, for one look at an agreed end")
            double pValue,

            double sequentialLow,
            double sequentialHigh,

            @Schema(
                    description = "As sequentialLow and sequentialHigh, for any number of looks: the experiment may be"
                            + " stopped as soon as this is small")
            double sequentialPValue) {}
}

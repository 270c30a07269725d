package io.smartcrm.gateway.demand;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A demand series, its forecasts and how the methods did in the past. */
@Schema(name = "DemandForecast")
public record DemandForecastView(
        ScopeView scope,

        @Schema(description = "What is counted", examples = "QUANTITY")
        String measure,

        @Schema(description = "DAY, WEEK or MONTH", examples = "WEEK")
        String step,

        @Schema(description = "Finished steps, oldest first")
        List<PointView> history,

        @Schema(description = "One a method, the recommended one first")
        List<MethodView> forecasts,

        @Schema(description = "Which method and why") String explanation,

        @Schema(description = "What kind of series it is") ProfileView profile,

        @Schema(description = "How the method was chosen; absent when methods were named") @Nullable
        ChoiceView choice,

        @Schema(description = "How much to have in stock; absent without a service level") @Nullable
        StockView stock,

        @Schema(description = "Orders up to here are in the history") @Nullable
        Instant dataTime) {
    public DemandForecastView {
        history = List.copyOf(history);
        forecasts = List.copyOf(forecasts);
    }

    /** Whose demand: of a product, category, country, channel or segment of customers, or in total when none is named. */
    @Schema(name = "DemandScope")
    public record ScopeView(
            @Nullable String productId,
            @Nullable String category,
            @Nullable String country,
            @Nullable String channel,
            @Nullable String segmentId) {
        /** @throws Failure INVALID when more than one is named */
        ScopeView checked() {
            if (Stream.of(productId, category, country, channel, segmentId)
                            .filter(Objects::nonNull)
                            .count()
                    > 1) {
                throw Failure.invalid(
                        "category",
                        "name a productId, a category, a country, a channel or a segmentId, not two of them");
            }
            return this;
        }
    }

    /** @param week first day of the step; of a week its Monday */
    @Schema(name = "DemandPoint")
    public record PointView(LocalDate week, @Nullable Double value) {}

    /** How something sells, and what moves it, from 0 to 1. */
    @Schema(name = "SeriesProfile")
    public record ProfileView(
            @Schema(description = "SMOOTH, ERRATIC, INTERMITTENT or LUMPY", examples = "SMOOTH")
            String pattern,

            @Nullable Double trendStrength,
            @Nullable Double seasonStrength) {}

    /** The method chosen, and those it was chosen from. */
    @Schema(name = "MethodChoice")
    public record ChoiceView(
            String method,

            @Schema(
                    description =
                            "Whether it is the promoted one, which keeps its place unless another is clearly better")
            boolean byDefault,

            @Schema(description = "Which promotion the methods come from; 0 for what the program brings along")
            int promotionVersion,

            @Schema(description = "MAE, or RMSE where sales are rare", examples = "MAE") @Nullable
            String measure,

            @Nullable Integer origins,
            @Nullable Integer horizon,

            @Schema(description = "From best to worst; none when the series is too short to look back")
            List<CandidateView> candidates) {
        public ChoiceView {
            candidates = List.copyOf(candidates);
        }
    }

    /** How a method would have done in the past. */
    @Schema(name = "MethodCandidate")
    public record CandidateView(
            String method,
            @Nullable Double error,

            @Schema(description = "0.8: a fifth less error than the naive method") @Nullable
            Double relativeToNaive) {}

    /** How much to have so that all demand over the lead time is served with the probability of the service level. */
    @Schema(name = "StockAdvice")
    public record StockView(
            @Schema(description = "In steps") int leadTime,
            double serviceLevel,
            String method,
            @Nullable Double expectedDemand,
            @Nullable Double safetyStock,

            @Schema(description = "Expected demand and safety stock together") @Nullable
            Double orderQuantity) {}

    /** What one method says. */
    @Schema(name = "MethodForecast")
    public record MethodView(
            @Schema(examples = "theta") String method,
            boolean recommended,

            @Schema(description = "In steps; 1 means no season")
            int seasonLength,

            List<ForecastPointView> points,

            @Schema(description = "Absent when the series is too short to look back") @Nullable
            BacktestView backtest) {
        public MethodView {
            points = List.copyOf(points);
        }
    }

    /** Mean and the 80 % and 95 % intervals of one coming step. */
    @Schema(name = "ForecastPoint")
    public record ForecastPointView(
            LocalDate week,
            @Nullable Double mean,
            @Nullable Double lower80,
            @Nullable Double upper80,
            @Nullable Double lower95,
            @Nullable Double upper95) {}

    /** Forecasts made from past origins with what was known then, compared with what came. */
    @Schema(name = "Backtest")
    public record BacktestView(
            int origins,
            int horizon,
            @Nullable Double mase,
            @Nullable Double smape,
            @Nullable Double wape,
            @Nullable Double coverage95) {}
}

package io.smartcrm.gateway.analysis;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer buys and how content the customer is; a figure is absent when the records do not suffice for it. */
@Schema(name = "CustomerAnalysis")
public record AnalysisView(
        String customerId,
        int orderCount,
        @Nullable Instant firstOrderTime,
        @Nullable Instant lastOrderTime,

        @Schema(description = "At most 5, greatest share first")
        List<PreferenceView> categories,

        List<PreferenceView> brands,
        List<PreferenceView> channels,

        @Schema(description = "ISO days of the week, 1 is Monday")
        List<PreferenceView> weekdays,

        @Schema(description = "Hours of the day, UTC") List<PreferenceView> hours,

        @Schema(description = "Prices paid relative to the median of their category") @Nullable
        Double priceLevel,

        @Schema(description = "Median of the days between orders") @Nullable
        Double cadenceDays,

        @Schema(description = "Mean of the last three gaps relative to the median: above 1 the customer slows down")
        @Nullable
        Double cadenceChange,

        @Nullable Double linesPerOrder,
        @Nullable Double piecesPerOrder,
        List<BasketView> basketValues,

        @Schema(description = "Share of sales with a discount, 0 to 1") @Nullable
        Double discountShare,

        @Schema(description = "Refunds per sale") @Nullable Double refundRate,

        @Schema(description = "Share of what was paid that was given back") @Nullable
        Double refundedShare,

        @Schema(description = "Mean tone of the messages in service cases, -1 to 1") @Nullable
        Double caseSentiment,

        @Nullable Instant computeTime) {
    public AnalysisView {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        channels = List.copyOf(channels);
        weekdays = List.copyOf(weekdays);
        hours = List.copyOf(hours);
        basketValues = List.copyOf(basketValues);
    }

    /** What is preferred, and its share, 0 to 1. */
    @Schema(name = "Preference")
    public record PreferenceView(String name, double share) {}

    /** The mean total of an order, an exact decimal. */
    @Schema(name = "BasketValue")
    public record BasketView(String currencyCode, String mean, int orderCount) {}
}

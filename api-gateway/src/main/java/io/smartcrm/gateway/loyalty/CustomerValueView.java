package io.smartcrm.gateway.loyalty;

import io.smartcrm.gateway.http.MoneyView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer is worth: what was bought, and what a model expects to be. */
@Schema(name = "CustomerValue")
public record CustomerValueView(
        String customerId,

        @Schema(description = "Spent less refunded") MoneyView historicValue,

        @Schema(description = "Days with a purchase after the first")
        long repeatPurchases,

        @Schema(description = "Probability that the customer still buys", examples = "0.7266")
        double alive,

        @Schema(description = "Within the horizon") double expectedPurchases,

        @Schema(description = "Of one purchase; absent in a currency that few pay in") @Nullable
        MoneyView expectedAmount,

        @Schema(description = "What the purchases of the horizon earn, later ones discounted") @Nullable
        MoneyView expectedValue,

        int horizonWeeks,

        @Schema(description = "The latest day known", examples = "2026-03-01")
        String asOfDay,

        @Schema(description = "For one customer only, not in lists") @Nullable
        IntervalView aliveInterval,

        @Nullable IntervalView purchasesInterval,

        @Schema(description = "In minor units") @Nullable IntervalView valueInterval) {
    /** With 95 % probability. */
    @Schema(name = "ValueInterval")
    public record IntervalView(double low, double high) {}
}

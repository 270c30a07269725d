package io.smartcrm.gateway.order;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as another system tells it, for the first time or again. */
@Schema(examples = """
                {"number": "W-1001", "orderTime": "2026-01-15T09:30:00Z", "country": "GB", "currencyCode": "GBP", \
                "channel": "web", "lines": [{"productCode": "85123A", "quantity": "2", "unitPrice": "2.55", \
                "discount": "0.50", "tax": "0.92"}], "shipping": "4.90", "total": "10.42", "sourceVersion": 1}""")
public record NewOrder(
        @Schema(description = "Its number in that system, unique") @Nullable
        String number,

        @Schema(description = "SALE when absent, or REFUND or ADJUSTMENT") @Nullable
        String kind,

        @Schema(description = "Absent for a guest") @Nullable
        String customerId,

        @Nullable Instant orderTime,

        @Schema(description = "ISO 3166-1, or a name that can be recognised") @Nullable
        String country,

        @Schema(description = "ISO 4217") @Nullable String currencyCode,
        @Nullable List<NewLine> lines,

        @Schema(description = "Exact decimal") @Nullable String shipping,

        @Schema(description = "Checked when given: what lines less discounts, with tax and shipping, make") @Nullable
        String total,

        @Nullable String channel,

        @Schema(description = "PLACED for a new sale when absent") @Nullable
        String state,

        @Schema(description = "In a refund the number of the order that is given back") @Nullable
        String refundOf,

        @Schema(description = "Grows with every correction; an older one than is known is ignored") @Nullable
        Long sourceVersion) {
    /** A line of it. */
    @Schema(name = "NewOrderLine")
    public record NewLine(
            @Schema(description = "Either it or productCode") @Nullable
            String productId,

            @Schema(description = "An unknown one becomes a new product") @Nullable
            String productCode,

            @Schema(description = "Exact decimal; negative in a refund") @Nullable
            String quantity,

            @Schema(description = "Exact decimal") @Nullable String unitPrice,
            @Schema(description = "Exact decimal") @Nullable String discount,
            @Schema(description = "Exact decimal") @Nullable String tax,

            @Schema(description = "In a refund the line that is given back") @Nullable
            Integer refundedLineNumber) {}

    /** Up to 1,000 of them. */
    @Schema(name = "OrderBatch", examples = """
                {"orders": [{"number": "W-1001", "orderTime": "2026-01-15T09:30:00Z", "currencyCode": "GBP", \
                "lines": [{"productCode": "85123A", "quantity": "2", "unitPrice": "2.55"}]}]}""")
    public record Batch(@Nullable List<NewOrder> orders) {}
}

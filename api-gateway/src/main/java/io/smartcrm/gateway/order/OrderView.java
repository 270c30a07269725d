package io.smartcrm.gateway.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was sold, given back or corrected. */
@Schema(name = "Order")
public record OrderView(
        String id,

        @Schema(description = "The order's number in the shop", examples = "536365")
        String number,

        @Schema(description = "SALE, REFUND or ADJUSTMENT", examples = "SALE")
        String kind,

        @Schema(description = "Absent for a guest") @Nullable
        String customerId,

        @Nullable Instant orderTime,
        @Nullable String country,

        @Schema(description = "Sum of the lines less discounts, with tax and shipping; negative for a refund")
        MoneyView total,

        @Schema(description = "Left out in lists") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LineView> lines,

        @Schema(description = "The order that a refund gives back, when known") @Nullable
        String refundedOrderId,

        @Schema(
                description = "PLACED, PAID, SHIPPED, DELIVERED, CANCELLED or RETURNED; of sales only",
                examples = "PLACED")
        @Nullable
        String state,

        @Schema(examples = "web") @Nullable String channel,

        @Schema(description = "Exact decimal in the currency of the total", examples = "4.90") @Nullable
        String shipping,

        @Schema(description = "Of the system that told it; absent when it counts none") @Nullable
        Long sourceVersion,

        @Schema(description = "Grows with every correction") long version) {
    public OrderView {
        lines = List.copyOf(lines);
    }

    /** One product of an order. */
    @Schema(name = "OrderLine")
    public record LineView(
            int lineNumber,
            String productId,

            @Schema(description = "Exact decimal; negative in a refund", examples = "2")
            String quantity,

            @Schema(description = "Exact decimal in the currency of the total", examples = "2.55")
            String unitPrice,

            @Schema(description = "Exact decimal taken off the line", examples = "1.50") @Nullable
            String discount,

            @Schema(description = "Exact decimal added to the line", examples = "0.81") @Nullable
            String tax,

            @Schema(description = "In a refund the line that is given back, when known") @Nullable
            Integer refundedLineNumber) {}
}

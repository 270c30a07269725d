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

        @Schema(description = "Sum of the lines; negative for a refund")
        MoneyView total,

        @Schema(description = "Left out in lists") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LineView> lines,

        @Schema(description = "The order that a refund gives back, when known") @Nullable
        String refundedOrderId) {
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
            String unitPrice) {}
}

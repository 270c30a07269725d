package io.smartcrm.gateway.order;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an order goes on: the bodies of its commands and what they leave behind. */
final class OrderSteps {
    private OrderSteps() {}

    /** Brings a sale to another state. */
    @Schema(examples = """
                {"state": "SHIPPED", "changeTime": "2026-01-16T12:00:00Z"}""")
    public record NewState(
            @Schema(description = "PAID, SHIPPED, DELIVERED, CANCELLED or RETURNED") @Nullable
            String state,

            @Schema(description = "When it happened; now when absent") @Nullable
            Instant changeTime) {}

    /** A state and since when the order is in it. */
    @Schema(name = "OrderStateChange")
    public record StateChange(String state, @Nullable Instant changeTime) {}

    /** Oldest first. */
    @Schema(name = "OrderStateChanges")
    public record StateChanges(List<StateChange> items) {
        public StateChanges {
            items = List.copyOf(items);
        }
    }

    /** Gives lines of a sale back. */
    @Schema(examples = """
                {"number": "R-1001", "lines": [{"lineNumber": 1, "quantity": "1"}]}""")
    public record NewRefund(
            @Schema(description = "The refund's own number, unique") @Nullable
            String number,

            @Schema(description = "Now when absent") @Nullable
            Instant refundTime,

            @Schema(description = "All that is left of every line when absent") @Nullable
            List<RefundedLine> lines) {}

    /** What is given back of a line. */
    @Schema(name = "RefundedLine")
    public record RefundedLine(
            @Nullable Integer lineNumber,

            @Schema(description = "Exact decimal; all that is left when absent; 0 gives money but no goods") @Nullable
            String quantity,

            @Schema(description = "Exact decimal; the quantity's share when absent") @Nullable
            String amount) {}
}

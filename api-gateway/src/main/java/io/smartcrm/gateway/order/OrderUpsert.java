package io.smartcrm.gateway.order;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order that was told, and what that made of it. */
public record OrderUpsert(
        @Schema(
                description = "CREATED, CORRECTED, UNCHANGED, or OUTDATED when a newer version was told before",
                examples = "CREATED")
        String outcome,

        OrderView order) {
    /** What became of the orders of a batch, in their order. */
    @Schema(name = "OrderBatchResult")
    public record Results(List<Result> items) {
        public Results {
            items = List.copyOf(items);
        }
    }

    /** What became of one of them. */
    @Schema(name = "OrderResult")
    public record Result(
            String number,

            @Schema(description = "As of one order, or REFUSED")
            String outcome,

            @Nullable String orderId,
            @Nullable Long version,

            @Schema(description = "Why it was refused") @Nullable
            Refusal refusal) {}

    /** Why an order was refused. */
    @Schema(name = "OrderRefusal")
    public record Refusal(
            @Schema(examples = "REFUND_EXCEEDS_LINE") String reason,
            @Nullable String field,
            String detail) {}
}

package io.smartcrm.gateway.points;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points moved. */
@Schema(name = "PointsTransaction")
public record PointsTransactionView(
        String id,
        String customerId,

        @Schema(examples = "REDEEM") String kind,

        @Schema(description = "What the customer gained; negative for what was lost")
        long points,

        long availableAfter,
        long pendingAfter,
        long debtAfter,
        @Nullable String orderId,
        @Nullable String rewardId,

        @Schema(description = "Who received a transfer") @Nullable
        String otherCustomerId,

        @Schema(description = "What it undoes") @Nullable String cancelledTransactionId,

        @Nullable String reason,
        String actor,
        @Nullable Instant createTime,

        @Schema(description = "Of the voucher that it issued") @Nullable
        String voucherCode) {}

package io.smartcrm.gateway.points;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be done with points; with dryRun it is only told what would come of it. */
final class PointsCommands {
    private PointsCommands() {}

    /** Grants points, or takes them. */
    @Schema(name = "PointsAdjustment", examples = "{\"points\": 250, \"reason\": \"Apology for a late parcel\"}")
    public record Adjustment(
            @Schema(description = "Negative to take") @Nullable
            Long points,

            @Nullable String reason,

            @Schema(description = "As the programme says when absent") @Nullable
            Instant expireTime,

            @Nullable Boolean dryRun) {}

    /** Pays with points. */
    @Schema(name = "PointsPayment", examples = "{\"points\": 100, \"reason\": \"Order N-1001\", \"dryRun\": true}")
    public record Payment(
            @Nullable Long points,
            @Nullable String reason,
            @Nullable Boolean dryRun) {}

    /** Gives points to another customer. */
    @Schema(name = "PointsTransfer", examples = """
                    {"receiverId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0ab", "points": 50, "reason": "A present"}""")
    public record Transfer(
            @Nullable String receiverId,
            @Nullable Long points,
            @Nullable String reason,
            @Nullable Boolean dryRun) {}

    /** Takes a reward. */
    @Schema(name = "Redemption", examples = "{\"rewardId\": \"0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa\"}")
    public record Redemption(
            @Nullable String rewardId, @Nullable Boolean dryRun) {}

    /** Cashes a coupon. */
    @Schema(name = "CashedCoupon", examples = "{\"code\": \"7QX2M-0TJ4K-W9ZCD\"}")
    public record CashedCoupon(
            @Nullable String code, @Nullable Boolean dryRun) {}

    /** Undoes a transaction. */
    @Schema(name = "PointsCancellation", examples = "{\"reason\": \"Booked on the wrong customer\"}")
    public record Cancellation(
            @Nullable String reason, @Nullable Boolean dryRun) {}
}

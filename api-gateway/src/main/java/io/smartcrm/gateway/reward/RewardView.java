package io.smartcrm.gateway.reward;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What customers take for points. */
@Schema(name = "Reward")
public record RewardView(
        String id,
        String name,
        @Nullable String description,
        long cost,
        boolean active,
        @Nullable Instant fromTime,
        @Nullable Instant toTime,
        List<String> tiers,
        @Nullable Long perCustomer,
        int voucherDays,

        @Schema(description = "What is left; absent when it never runs out") @Nullable
        Long stock,

        String etag) {
    public RewardView {
        tiers = List.copyOf(tiers);
    }

    /** A reward to offer, or what it is to be. */
    @Schema(name = "NewReward", examples = """
                    {"name": "Teapot", "description": "Cast iron, 1 l", "cost": 1500, "perCustomer": 1, "stock": 40}""")
    public record NewReward(
            @Nullable String name,
            @Nullable String description,

            @Schema(description = "Points; at least 1") @Nullable
            Long cost,

            @Schema(description = "true when absent") @Nullable
            Boolean active,

            @Nullable Instant fromTime,
            @Nullable Instant toTime,

            @Schema(description = "Of which the customer must have one; everybody when absent") @Nullable
            List<String> tiers,

            @Schema(description = "How many one customer may take; any number when absent") @Nullable
            Long perCustomer,

            @Schema(description = "How long its voucher can be used; 365 when absent") @Nullable
            Integer voucherDays,

            @Schema(description = "What there is at first; absent when it never runs out. Not with a change.") @Nullable
            Long stock,

            @Schema(description = "Added to what is left; with a change only") @Nullable
            Long stockChange) {}

    /** The right to a reward. */
    @Schema(name = "Voucher")
    public record VoucherView(
            String code,
            String rewardId,
            String customerId,

            @Schema(examples = "ISSUED") String state,
            @Nullable Instant expireTime,
            @Nullable Instant useTime,
            @Nullable Instant createTime) {}

    /** A code that is worth points. */
    @Schema(name = "Coupon")
    public record CouponView(
            String code,
            String campaign,
            long points,
            long maxUses,
            long perCustomer,
            @Nullable Instant fromTime,
            @Nullable Instant toTime,
            long uses) {}

    /** Codes to make. */
    @Schema(name = "NewCoupons", examples = """
                    {"campaign": "spring", "count": 3, "points": 200, "toTime": "2030-06-01T00:00:00Z"}""")
    public record NewCoupons(
            @Nullable String campaign,

            @Schema(description = "1 to 10,000") @Nullable Integer count,
            @Nullable Long points,

            @Schema(description = "By everybody together; 1 when absent") @Nullable
            Long maxUses,

            @Schema(description = "By one customer; 1 when absent") @Nullable
            Long perCustomer,

            @Nullable Instant fromTime,
            @Nullable Instant toTime,

            @Schema(description = "A code of your own, for a count of 1") @Nullable
            String code) {}
}

package io.smartcrm.gateway.points;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer has, and where the customer stands in the programme. */
@Schema(name = "PointsAccount")
public record PointsAccountView(
        String customerId,

        @Schema(description = "Points to spend; never below zero")
        long available,

        @Schema(description = "Promised, spendable when the return window ends")
        long pending,

        @Schema(description = "Owed for points spent before their order was given back")
        long debt,

        @Nullable String tier,
        @Nullable Instant tierTime,

        @Schema(description = "Until when a tier stays that is no longer earned") @Nullable
        Instant graceEndTime,

        @Schema(description = "Of what tiers count, in their period")
        long measured,

        @Nullable String nextTier,
        @Nullable Long missingForNextTier,
        @Nullable Long expiringPoints,
        @Nullable Instant expiringTime) {}

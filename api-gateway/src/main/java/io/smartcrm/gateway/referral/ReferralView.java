package io.smartcrm.gateway.referral;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new customer whom a member brought. */
@Schema(name = "Referral")
public record ReferralView(
        String id,
        String referrerId,
        String referredId,

        @Schema(
                description = "WAITING, CREDITED, BOUGHT_BEFORE, GIVEN_BACK, TOO_SMALL, REFUSED, "
                        + "SELF_REFERRAL or ALREADY_REFERRED once customers were merged",
                examples = "WAITING")
        String state,

        @Schema(description = "For the member, as promised") long referrerPoints,

        @Schema(description = "For the new customer, as promised")
        long referredPoints,

        @Schema(description = "The first order, when it decided") @Nullable
        String orderId,

        @Nullable Instant createTime,

        @Schema(description = "When it was credited or declined") @Nullable
        Instant endTime,

        @Schema(description = "Why the ledger refused the points, when it did") @Nullable
        String refusal) {

    /** A member's code. */
    @Schema(name = "ReferralCode")
    public record CodeView(String code) {}

    /** Says who brought a customer. */
    @Schema(name = "ReferralClaim", examples = "{\"code\": \"7QX2M-0TJ4K-W9ZCD\"}")
    public record ClaimView(
            @Schema(description = "The member's") @Nullable String code) {}
}

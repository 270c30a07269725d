package io.smartcrm.gateway.consent;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer said, with its proof. */
@Schema(examples = """
                {"purpose": "marketing", "channel": "email", "state": "GRANTED", "source": "checkout", \
                "textVersion": "2026-01"}""")
public record NewConsent(
        @Schema(description = "In a batch; elsewhere the path names the customer") @Nullable
        String customerId,

        @Nullable String purpose,
        @Nullable String channel,

        @Schema(description = "GRANTED or WITHDRAWN") @Nullable
        String state,

        @Schema(description = "Now when absent") @Nullable Instant effectiveTime,

        @Schema(description = "Until withdrawn when absent") @Nullable
        Instant expireTime,

        @Nullable String source,
        @Nullable String textVersion,
        @Nullable String evidence) {

    /** What many customers said. */
    @Schema(name = "ConsentBatch", examples = """
                    {"consents": [{"customerId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa", "purpose": "marketing", \
                    "channel": "email", "state": "WITHDRAWN", "source": "preference centre"}]}""")
    public record Batch(@Nullable List<NewConsent> consents) {}

    /** How many were new. */
    @Schema(name = "ConsentBatchResult")
    public record BatchResult(int recorded) {}
}

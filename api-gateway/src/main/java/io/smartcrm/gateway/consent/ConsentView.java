package io.smartcrm.gateway.consent;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer said of one purpose on one channel. */
@Schema(name = "Consent")
public record ConsentView(
        String customerId,
        String purpose,
        String channel,

        @Schema(description = "GRANTED, WITHDRAWN or EXPIRED")
        String state,

        @Nullable Instant effectiveTime,
        @Nullable Instant expireTime,
        @Schema(description = "Where it was said") @Nullable String source,

        @Schema(description = "Version of the text that was shown") @Nullable
        String textVersion,

        @Schema(description = "Name of the form or recording where it is kept") @Nullable
        String evidence,

        @Nullable Instant recordTime) {}

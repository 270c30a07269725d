package io.smartcrm.gateway.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one interaction. */
@Schema(name = "RecordResult")
public record RecordView(
        @Schema(description = "ACCEPTED: stored for good; DUPLICATE: its messageId is known; REJECTED: see detail")
        String status,

        @Schema(description = "Of the stored interaction") @Nullable
        String id,

        @Nullable String messageId,

        @Schema(description = "The field that was wrong") @Nullable
        String pointer,

        @Nullable String detail) {
    static final String ACCEPTED = "ACCEPTED";
    static final String DUPLICATE = "DUPLICATE";
    static final String REJECTED = "REJECTED";
}

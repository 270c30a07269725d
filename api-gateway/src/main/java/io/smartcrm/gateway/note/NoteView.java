package io.smartcrm.gateway.note;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down about a customer. */
@Schema(name = "Note")
public record NoteView(
        String id,
        String customerId,
        @Schema(description = "Who wrote it") String author,
        String text,
        @Nullable Instant createTime) {}

package io.smartcrm.gateway.note;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note to write down. */
@Schema(examples = "{\"text\": \"Prefers to be called in the morning\"}")
public record NewNote(
        @Schema(description = "1 to 10,000 characters") @Nullable
        String text) {}

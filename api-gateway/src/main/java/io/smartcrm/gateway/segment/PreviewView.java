package io.smartcrm.gateway.segment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many customers a definition is true of. */
@Schema(name = "SegmentPreview")
public record PreviewView(
        long count,

        @Schema(description = "False when it is an estimate from a sample")
        boolean exact,

        @Schema(description = "Of an estimate, with 95 % confidence")
        long lowest,

        long highest,
        long customerCount) {}

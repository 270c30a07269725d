package io.smartcrm.gateway.segment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text in the segment language. */
@Schema(name = "SegmentDefinition", examples = "{\"definition\": \"country = 'FR' and consent.marketing\"}")
public record Definition(@Nullable String definition) {
    String text() {
        return definition == null ? "" : definition;
    }
}

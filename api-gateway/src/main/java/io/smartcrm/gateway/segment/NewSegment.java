package io.smartcrm.gateway.segment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A segment to make. */
@Schema(examples = """
                {"name": "Loyal in France", "kind": "LIVE", \
                "definition": "country = 'FR' and orders.count(last 90 days) >= 2"}""")
public record NewSegment(
        @Nullable String name,
        @Nullable String description,

        @Schema(description = "LIVE or STATIC") @Nullable String kind,

        @Nullable String definition) {}

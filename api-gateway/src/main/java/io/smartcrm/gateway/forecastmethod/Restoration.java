package io.smartcrm.gateway.forecastmethod;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version to go back to. */
@Schema(name = "MethodRestoration", examples = """
    {"version": 0, "note": "the new one was worse"}\
    """)
public record Restoration(
        @Schema(description = "0 for what the program brings along")
        int version,

        @Nullable String note) {}

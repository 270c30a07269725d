package io.smartcrm.gateway.attribute;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attribute to define. */
@Schema(examples = """
    {"name": "size", "type": "ENUMERATION", "choices": ["S", "M", "L"], "indexed": true}\
    """)
public record NewAttribute(
        @Nullable String name,

        @Nullable @Schema(implementation = AttributeView.Type.class)
        String type,

        @Nullable String description,
        @Nullable Boolean indexed,
        @Nullable Integer maxLength,
        @Nullable String minimum,
        @Nullable String maximum,
        @Nullable List<String> choices) {}

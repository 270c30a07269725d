package io.smartcrm.gateway.attribute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What customers may be told by, beside their profile. */
@Schema(name = "Attribute")
public record AttributeView(
        String name,
        Type type,
        @Nullable String description,

        @Schema(description = "Customers can be listed by it")
        boolean indexed,

        @Schema(description = "Characters of a TEXT") int maxLength,
        @Nullable String minimum,
        @Nullable String maximum,
        List<String> choices,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {
    public AttributeView {
        choices = List.copyOf(choices);
    }

    /** In JSON a DATE is a text such as 2026-01-31, an ENUMERATION one of the choices. */
    @Schema(name = "AttributeType")
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        ENUMERATION
    }
}

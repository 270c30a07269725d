package io.smartcrm.gateway.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mapping that is kept under a name. */
@Schema(name = "ImportTemplate")
public record TemplateView(
        @Schema(examples = "online-shop") String name,
        @Schema(examples = "ORDERS") String entity,
        ImportMapping mapping,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {}

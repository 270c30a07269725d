package io.smartcrm.gateway.consent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A purpose or a channel that consent can be given for. */
@Schema(name = "ConsentTerm")
public record ConsentTermView(
        @Schema(description = "PURPOSE or CHANNEL") String kind,
        String name,
        @Nullable String title,
        @Nullable String description,
        boolean active,
        @JsonIgnore @Schema(hidden = true) String etag) {

    /** A term that is not in the register yet. */
    @Schema(name = "NewConsentTerm", examples = """
                    {"kind": "PURPOSE", "name": "research", "title": "Market research"}""")
    public record New(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String title,
            @Nullable String description,

            @Schema(description = "true when absent") @Nullable
            Boolean active) {}

    /** What can change of a term; what is absent becomes empty, and the term active. */
    @Schema(name = "ConsentTermChange", examples = """
                    {"title": "Market research", "active": false}""")
    public record Change(
            @Nullable String title,
            @Nullable String description,
            @Nullable Boolean active) {}
}

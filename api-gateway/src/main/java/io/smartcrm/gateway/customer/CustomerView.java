package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person or company that buys. */
@Schema(name = "Customer")
public record CustomerView(
        String id,
        List<IdentityView> identities,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,

        @Schema(description = "ISO 3166-1 alpha-2 where it could be recognised") @Nullable
        String country,

        List<String> tags,

        @Schema(description = "By the name of their definition, see /attributes; text, number or boolean")
        Map<String, Object> attributes,

        @Schema(description = "Which team serves the customer") @Nullable
        String team,

        @Schema(description = "Id of the customer this one turned out to be") @Nullable
        String mergedInto,

        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {
    public CustomerView {
        identities = List.copyOf(identities);
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** The name of a customer in another system. */
    @Schema(name = "Identity")
    public record IdentityView(
            @Schema(examples = "shop") String namespace,
            @Schema(examples = "12347") String value) {}
}

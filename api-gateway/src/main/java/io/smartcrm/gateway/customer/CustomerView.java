package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
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

        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {
    public CustomerView {
        identities = List.copyOf(identities);
    }

    /** The name of a customer in another system. */
    @Schema(name = "Identity")
    public record IdentityView(
            @Schema(examples = "shop") String namespace,
            @Schema(examples = "12347") String value) {}
}

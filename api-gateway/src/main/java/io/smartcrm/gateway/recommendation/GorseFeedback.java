package io.smartcrm.gateway.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a visitor did with a product, as Gorse names it; the kind and the user decide nothing here. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record GorseFeedback(
        @JsonProperty("ItemId") String itemId,
        @JsonProperty("Timestamp") @Nullable Instant timestamp) {
    Instant time() {
        return timestamp == null ? Instant.EPOCH : timestamp;
    }
}

package io.smartcrm.gateway.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product of the shop. */
@Schema(name = "Product")
public record ProductView(
        String id,

        @Schema(description = "The product's number in the shop", examples = "85123A")
        String code,

        @Nullable String name,

        @Schema(description = "From the root; empty when nobody said")
        List<String> categoryPath,

        @Schema(description = "Last price seen") @Nullable MoneyView price,

        @Schema(description = "What the shop asks for it") @Nullable
        MoneyView listPrice,

        @Nullable String brand,

        @Schema(description = "Text, numbers and flags by name")
        Map<String, Object> attributes,

        @Schema(description = "By language") Map<String, String> names,
        @Schema(description = "By language") Map<String, String> descriptions,
        @Schema(examples = "ACTIVE") String status,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {
    public ProductView {
        categoryPath = List.copyOf(categoryPath);
        attributes = Map.copyOf(attributes);
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
    }

    /** A list price and since when it holds. */
    @Schema(name = "PriceChange")
    public record PriceChangeView(
            @Nullable Instant changeTime,

            @Schema(description = "Absent: the product lost it") @Nullable
            MoneyView listPrice) {}
}

package io.smartcrm.gateway.product;

import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import java.util.List;
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
        @Nullable Instant createTime,
        @Nullable Instant updateTime) {
    public ProductView {
        categoryPath = List.copyOf(categoryPath);
    }
}

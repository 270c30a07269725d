package io.smartcrm.gateway.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.gateway.http.MoneyView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the shop tells of a product that is not in the catalogue yet. */
@Schema(examples = """
                {"code": "MUG-1", "name": "Mug", "categoryPath": ["Home", "Kitchen", "Mugs"], "brand": "Acme", \
                "attributes": {"color": "blue", "litres": 0.3, "dishwasher": true}, "names": {"zh": "杯子"}, \
                "descriptions": {"en": "For tea or coffee."}, \
                "listPrice": {"currencyCode": "GBP", "minorUnits": 1250}}""")
public record NewProduct(
        @Nullable String code,
        @Nullable String name,
        @Nullable List<String> categoryPath,
        @Nullable String brand,

        @Schema(implementation = Object.class, description = "Text, numbers and flags by name") @Nullable
        JsonNode attributes,

        @Nullable Map<String, String> names,
        @Nullable Map<String, String> descriptions,
        @Nullable MoneyView listPrice,

        @Schema(examples = "ACTIVE") @Nullable String status) {}

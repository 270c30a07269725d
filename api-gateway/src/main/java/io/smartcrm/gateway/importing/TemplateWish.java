package io.smartcrm.gateway.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a template is to be. */
@Schema(name = "ImportTemplateWish", examples = """
                {"name": "online-shop", "entity": "ORDERS", "mapping": {"columns": {"orderNumber": "InvoiceNo", \
                "orderTime": "InvoiceDate", "productCode": "StockCode", "quantity": "Quantity", \
                "unitPrice": "UnitPrice"}, "defaultCurrency": "GBP"}}""")
public record TemplateWish(
        @Schema(description = "1 to 64 letters, digits, dots, dashes or underscores; that of the path when changed")
        @Nullable
        String name,

        @Schema(description = "ORDERS when absent") @Nullable
        String entity,

        @Nullable ImportMapping mapping) {}

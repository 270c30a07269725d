package io.smartcrm.gateway.demandplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promotion, which has a last day, or a price, which holds until the next. */
@Schema(name = "NewDemandPlanEntry", examples = """
    {"category": "Home", "firstDay": "2011-12-12", "lastDay": "2011-12-18", "note": "Christmas"}\
    """)
public record NewPlanEntry(
        @Schema(description = "Of a product; of everything when neither it nor a category is named") @Nullable
        String productId,

        @Schema(description = "Of a category and all that is in it") @Nullable
        String category,

        @Schema(examples = "2011-12-12") @Nullable String firstDay,

        @Schema(description = "Of a promotion", examples = "2011-12-18") @Nullable
        String lastDay,

        @Schema(description = "From the first day on; above 0, in any currency") @Nullable
        Double price,

        @Nullable String note) {}

package io.smartcrm.gateway.demandplan;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promotion or a price, and who planned it. */
@Schema(name = "DemandPlanEntry")
public record PlanEntryView(
        String id,

        @Schema(description = "PROMOTION or PRICE", examples = "PROMOTION")
        String kind,

        @Nullable String productId,

        @Schema(description = "Of everything when neither it nor a product is named") @Nullable
        String category,

        LocalDate firstDay,

        @Schema(description = "Absent for a price, which holds until the next") @Nullable
        LocalDate lastDay,

        @Nullable Double price,
        @Nullable String note,
        String userName,
        @Nullable Instant createTime) {}

package io.smartcrm.gateway.timeline;

import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened between a customer and us, in short. */
@Schema(name = "TimelineEntry")
public record TimelineEntryView(
        @Schema(description = "ORDER, CASE or INTERACTION") String kind,

        @Schema(description = "Of the order, case or interaction")
        String id,

        @Nullable Instant time,

        @Schema(description = "Kind of an order, status of a case, type of an interaction") @Nullable
        String type,

        @Nullable String channel,

        @Schema(description = "Number of an order, subject of a case, name of an interaction") @Nullable
        String title,

        @Schema(description = "Of an order") @Nullable MoneyView total,

        @Schema(description = "IN or OUT, of an interaction") @Nullable
        String direction,

        @Schema(description = "Of a message to the customer") @Nullable
        String deliveryState) {}

package io.smartcrm.gateway.loyalty;

import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All customers who bought, by segment.
 *
 * @param scoreTime the day that recency counts back from
 */
public record RfmSegments(
        List<RfmSegmentView> items, @Nullable Instant scoreTime) {
    public RfmSegments {
        items = List.copyOf(items);
    }

    /** One segment in figures. */
    @Schema(name = "RfmSegment")
    public record RfmSegmentView(
            @Schema(examples = "CHAMPIONS") String segment,
            long customers,
            @Nullable Double meanRecencyDays,
            @Nullable Double meanFrequency,
            @Schema(description = "One a currency") List<MoneyView> monetary) {
        public RfmSegmentView {
            monetary = List.copyOf(monetary);
        }
    }
}

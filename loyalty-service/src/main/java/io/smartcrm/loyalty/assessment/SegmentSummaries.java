package io.smartcrm.loyalty.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All segments that have customers, in the order of {@link io.smartcrm.loyalty.rfm.Segment}.
 *
 * @param scoreTime empty before the first scoring
 */
public record SegmentSummaries(List<SegmentSummary> segments, Optional<Instant> scoreTime) {
    public SegmentSummaries {
        segments = List.copyOf(segments);
    }
}

package io.smartcrm.loyalty.assessment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.rfm.Money;
import io.smartcrm.loyalty.rfm.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of one segment together.
 *
 * @param monetary sums of what they are scored on, one a currency
 */
public record SegmentSummary(
        Segment segment, long customers, double meanRecencyDays, double meanFrequency, List<Money> monetary) {
    public SegmentSummary {
        requireNonNull(segment, "segment is null");
        monetary = List.copyOf(monetary);
    }

    /** The same segment with the currencies of both. */
    SegmentSummary withMonetaryOf(SegmentSummary other) {
        List<Money> both = new ArrayList<>(monetary);
        both.addAll(other.monetary);
        return new SegmentSummary(segment, customers, meanRecencyDays, meanFrequency, both);
    }
}

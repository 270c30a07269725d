package io.smartcrm.customer.quality;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How good the data about customers was on a day (UTC). */
record Report(LocalDate day, Instant createTime, long customers, List<Measure> measures, List<Spread> spreads) {
    Report {
        requireNonNull(day, "day is null");
        requireNonNull(createTime, "createTime is null");
        measures = List.copyOf(measures);
        spreads = List.copyOf(spreads);
    }

    /** One measure of one day. */
    record TrendPoint(LocalDate day, double share) {}
}

package io.smartcrm.gateway.datajob;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Work over all customers in the background. */
@Schema(name = "DataJob")
public record DataJobView(
        String id,

        @Schema(description = "CLEANING, CLEANING_UNDO, DUPLICATES or QUALITY_REPORT", examples = "CLEANING")
        String kind,

        @Schema(description = "WAITING, RUNNING, SUCCEEDED, FAILED or CANCELLED", examples = "RUNNING")
        String state,

        @Schema(description = "Customers, or steps of the last phase, done")
        long done,

        @Schema(description = "0 while it is not known") long total,

        @Schema(description = "What came of it so far, by the kind's own names")
        Map<String, Long> counts,

        @Nullable Instant createTime,
        @Nullable Instant startTime,
        @Nullable Instant endTime,

        @Schema(description = "Why it failed and what to do") @Nullable
        String failure) {
    public DataJobView {
        counts = Map.copyOf(counts);
    }
}

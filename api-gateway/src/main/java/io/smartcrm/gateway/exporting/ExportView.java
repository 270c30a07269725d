package io.smartcrm.gateway.exporting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list on its way into a file. */
@Schema(name = "Export")
public record ExportView(
        String id,
        @Schema(examples = "CUSTOMERS") String list,

        @Schema(description = "CSV or NDJSON", examples = "CSV")
        String format,

        boolean gzip,
        @Nullable String filter,

        @Schema(description = "WAITING, RUNNING, SUCCEEDED, FAILED, CANCELLED or EXPIRED", examples = "SUCCEEDED")
        String state,

        long writtenRows,

        @Schema(description = "Of the finished file") long totalBytes,

        @Nullable Instant createTime,
        @Nullable Instant startTime,
        @Nullable Instant endTime,

        @Schema(description = "When the file is deleted") @Nullable
        Instant expireTime,

        @Schema(description = "Why it failed and what to do") @Nullable
        String failure) {
    String fileName() {
        return list.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + id + "."
                + format.toLowerCase(java.util.Locale.ROOT) + (gzip ? ".gz" : "");
    }
}

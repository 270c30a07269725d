package io.smartcrm.gateway.importing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file on its way into the system of record. */
@Schema(name = "Import")
public record ImportView(
        String id,
        String fileName,

        @Schema(
                description = "WAITING, RUNNING, SUCCEEDED, FAILED, CANCELLED, REVERTING or REVERTED",
                examples = "RUNNING")
        String state,

        @Schema(description = "What its rows are", examples = "ORDERS")
        String entity,

        @Schema(description = "Whether it only tries") boolean dryRun,
        ImportMapping mapping,
        long totalBytes,
        long readBytes,
        long readRows,
        long acceptedRows,
        long rejectedRows,

        @Schema(description = "Rows of each kind created or changed")
        ResultView result,

        @Schema(description = "Once taken back: records that are as they were before, or gone")
        long revertedRecords,

        @Schema(
                description =
                        "Once taken back: records that changed since or that others use; they stayed. And those of "
                                + "customers who were forgotten since; they are not put back")
        long keptRecords,

        @Nullable Instant createTime,
        @Nullable Instant startTime,
        @Nullable Instant endTime,

        @Schema(description = "Why it failed and what to do") @Nullable
        String failure,

        @Schema(description = "Recognised or given", examples = "windows-1252") @Nullable
        String encoding,

        @Schema(description = "Recognised or given", examples = ",") @Nullable
        String delimiter) {

    /** Rows of each kind that an import created or changed. */
    @Schema(name = "ImportResult")
    public record ResultView(
            long customers,
            long products,
            long sales,
            long refunds,
            long adjustments,
            long lines,
            long cases,
            long consents,
            long interactions) {}
}

package io.smartcrm.customer.importing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.orderfile.ColumnMapping;
import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way into the system of record.
 *
 * @param totalBytes of the file as it was sent
 * @param failure why it failed and what to do; empty otherwise
 * @param encoding recognised in the file; empty before
 * @param delimiter recognised in the file; empty before
 * @param cancelRequested whether it is to stop after the batch that it is at
 */
record Import(
        ImportId id,
        String fileName,
        ImportState state,
        ColumnMapping mapping,
        long totalBytes,
        Progress progress,
        Result result,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        String failure,
        String encoding,
        String delimiter,
        boolean cancelRequested) {
    Import {
        requireNonNull(id, "id is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(state, "state is null");
        requireNonNull(mapping, "mapping is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(result, "result is null");
        requireNonNull(createTime, "createTime is null");
    }

    /**
     * How far it is; what is counted is committed.
     *
     * @param readBytes of the file as it was sent
     * @param readRows data rows up to the last committed one
     */
    record Progress(long readBytes, long readRows, long acceptedRows, long rejectedRows) {}

    /** What it created or changed. */
    record Result(long customers, long products, long sales, long refunds, long adjustments, long lines) {}
}

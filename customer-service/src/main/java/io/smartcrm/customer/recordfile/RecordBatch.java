package io.smartcrm.customer.recordfile;

import java.util.List;

/**
 * Rows that stood together in a file, stored as one.
 *
 * @param endRow data rows of the file up to its end: where to go on
 * @param position bytes of the stored file that were read so far
 */
public record RecordBatch(List<FileRecord> records, List<RejectedRow> rejected, long endRow, long position) {
    public RecordBatch {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
    }
}

package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileContent;
import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.customer.recordfile.RecordBatch;
import io.smartcrm.customer.recordfile.RecordFile;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Files whose rows stand for a record each. */
abstract class RecordImport implements EntityImport {
    /** Stores the records, the later one of two with the same name. */
    abstract ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException;

    /** A refusal of a row for what a failure says of a field; of {@code consent.purpose} that is {@code purpose}. */
    static RejectedRow rejected(FileRecord row, Failure wrong) {
        return wrong.violations().stream()
                .findFirst()
                .map(bad -> row.rejected(bad.field().substring(bad.field().lastIndexOf('.') + 1), bad.detail()))
                .orElseGet(() -> row.rejected("", String.valueOf(wrong.getMessage())));
    }

    /** Of one transaction, where rows are long. */
    int mostRows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public OpenFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        return new OpenRecordFile(RecordFile.open(content, mapping, limits.withBatchesOf(mostRows())));
    }

    private final class OpenRecordFile implements OpenFile {
        private final RecordFile file;

        OpenRecordFile(RecordFile file) {
            this.file = file;
        }

        @Override
        public String encoding() {
            return file.encoding();
        }

        @Override
        public String delimiter() {
            return file.delimiter();
        }

        @Override
        public void skip(long rows) {
            file.skip(rows);
        }

        @Override
        public Optional<ImportBatch> next() {
            return file.next().map(Rows::new);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private final class Rows implements ImportBatch {
        private final RecordBatch batch;

        Rows(RecordBatch batch) {
            this.batch = batch;
        }

        @Override
        public List<RejectedRow> rejected() {
            return batch.rejected();
        }

        @Override
        public int acceptedRows() {
            return batch.records().size();
        }

        @Override
        public long endRow() {
            return batch.endRow();
        }

        @Override
        public long position() {
            return batch.position();
        }

        @Override
        public Stored store(Connection connection, Import job) throws SQLException {
            return RecordImport.this.store(connection, job, batch.records());
        }
    }
}

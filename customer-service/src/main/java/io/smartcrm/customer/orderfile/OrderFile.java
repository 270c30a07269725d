package io.smartcrm.customer.orderfile;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileContent;
import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.RowFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A stored order file, read once from front to back in batches of orders. */
public final class OrderFile implements Closeable {
    private final RowFile file;
    private final RowRules rules;
    private final int batchRows;
    private Optional<Row> pending = Optional.empty();
    private long rows;

    private OrderFile(RowFile file, RowRules rules, int batchRows) {
        this.file = file;
        this.rules = rules;
        this.batchRows = batchRows;
    }

    /**
     * Opens a file, plain or packed by gzip, after recognising what its mapping leaves open.
     *
     * @throws io.smartcrm.customer.recordfile.FileRefusal when it cannot be read with this mapping, or costs more than
     *     the limits
     */
    public static OrderFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        RowFile file = RowFile.open(content, mapping, limits);
        return new OrderFile(file, new RowRules(mapping, file.rules()), limits.batchRows());
    }

    /** What was recognised, e.g. {@code windows-1252}. */
    public String encoding() {
        return file.encoding();
    }

    public String delimiter() {
        return file.delimiter();
    }

    /** Leaves out rows that an earlier run stored. */
    public void skip(long rowsToSkip) {
        file.skip(rowsToSkip);
        rows += rowsToSkip;
    }

    /** The next batch, or none at the end. The same file gives the same batches from any batch's end. */
    public Optional<Batch> next() {
        var batch = new BatchBuilder(batchRows);
        Optional<Row> row = pending.isPresent() ? pending : read();
        while (row.isPresent() && !batch.endsBefore(row.get())) {
            batch.add(row.get());
            rows++;
            row = read();
        }
        pending = row;
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.close(rows, file.position()));
    }

    private Optional<Row> read() {
        return file.next().map(rules::check);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

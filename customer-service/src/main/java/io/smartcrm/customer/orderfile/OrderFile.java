package io.smartcrm.customer.orderfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A stored order file, read once from front to back in batches of orders. */
public final class OrderFile implements Closeable {
    private final FileFormat format;
    private final RowRules rules;
    private final FileLimits limits;
    private final StoredBytes bytes;
    private final CsvLines lines;
    private Optional<Row> pending = Optional.empty();
    private long rows;

    private OrderFile(FileFormat format, RowRules rules, FileLimits limits, StoredBytes bytes) throws IOException {
        this.format = format;
        this.rules = rules;
        this.limits = limits;
        this.bytes = bytes;
        this.lines = format.lines(bytes, limits);
    }

    /**
     * Opens a file, plain or packed by gzip, after recognising what its mapping leaves open.
     *
     * @throws FileRefusal when it cannot be read with this mapping, or costs more than the limits
     */
    public static OrderFile open(Path file, ColumnMapping mapping, FileLimits limits) throws IOException {
        FileFormat format = FileFormat.recognise(file, mapping, limits);
        var rules = new RowRules(mapping, format.header(), format.dayOrder());
        StoredBytes bytes = StoredBytes.open(file, limits);
        var opened = new OrderFile(format, rules, limits, bytes);
        opened.lines.next();
        return opened;
    }

    /** What was recognised, e.g. {@code windows-1252}. */
    public String encoding() {
        return format.encoding().charset().name();
    }

    public String delimiter() {
        return Character.toString(format.header().delimiter());
    }

    /** Leaves out rows that an earlier run stored. */
    public void skip(long rowsToSkip) {
        for (long i = 0; i < rowsToSkip; i++) {
            if (lines.next().isEmpty()) {
                throw new FileRefusal("the file has fewer rows than were read before; it has changed");
            }
        }
        rows += rowsToSkip;
    }

    /** The next batch, or none at the end. The same file gives the same batches from any batch's end. */
    public Optional<Batch> next() {
        var batch = new BatchBuilder(limits.batchRows());
        Optional<Row> row = pending.isPresent() ? pending : read();
        while (row.isPresent() && !batch.endsBefore(row.get())) {
            batch.add(row.get());
            rows++;
            row = read();
        }
        pending = row;
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.close(rows, bytes.position()));
    }

    private Optional<Row> read() {
        Optional<CsvRecord> line = lines.next();
        return line.map(rules::check);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

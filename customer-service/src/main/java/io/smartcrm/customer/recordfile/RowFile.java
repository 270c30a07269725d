package io.smartcrm.customer.recordfile;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A stored file, plain or packed by gzip, CSV or NDJSON, read once from front to back. */
public final class RowFile implements Closeable {
    private final FileFormat format;
    private final CellRules rules;
    private final StoredBytes bytes;
    private final Lines lines;

    private RowFile(FileFormat format, CellRules rules, StoredBytes bytes, Lines lines) {
        this.format = format;
        this.rules = rules;
        this.bytes = bytes;
        this.lines = lines;
    }

    /**
     * Opens a file after recognising what its mapping leaves open.
     *
     * @throws FileRefusal when it cannot be read with this mapping, or costs more than the limits
     */
    public static RowFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        FileFormat format = FileFormat.recognise(content, mapping, limits);
        var rules = new CellRules(mapping, format);
        StoredBytes bytes = StoredBytes.open(content, limits);
        return new RowFile(format, rules, bytes, format.rows(bytes, limits));
    }

    public CellRules rules() {
        return rules;
    }

    /** What was recognised, e.g. {@code windows-1252}. */
    public String encoding() {
        return format.encoding().charset().name();
    }

    /** Empty where rows are JSON objects. */
    public String delimiter() {
        return format.json() ? "" : Character.toString(format.header().delimiter());
    }

    /** Bytes of the stored file that were read so far. */
    public long position() {
        return bytes.position();
    }

    public Optional<Cells> next() {
        return lines.next();
    }

    /** Leaves out rows that an earlier run stored. */
    public void skip(long rows) {
        for (long i = 0; i < rows; i++) {
            if (lines.next().isEmpty()) {
                throw new FileRefusal("the file has fewer rows than were read before; it has changed");
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

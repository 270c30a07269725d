package io.smartcrm.customer.recordfile;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file whose rows stand for a record each, read once from front to back in batches. */
public final class RecordFile implements Closeable {
    private final RowFile file;
    private final int batchRows;
    private final List<Column> columns;
    private long rows;

    private RecordFile(RowFile file, List<Column> columns, int batchRows) {
        this.file = file;
        this.columns = columns;
        this.batchRows = batchRows;
    }

    /** @throws FileRefusal when it cannot be read with this mapping, or costs more than the limits */
    public static RecordFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        RowFile file = RowFile.open(content, mapping, limits);
        List<Column> columns =
                mapping.columns().keySet().stream().map(file.rules()::column).toList();
        return new RecordFile(file, columns, limits.batchRows());
    }

    public String encoding() {
        return file.encoding();
    }

    public String delimiter() {
        return file.delimiter();
    }

    public void skip(long rowsToSkip) {
        file.skip(rowsToSkip);
        rows += rowsToSkip;
    }

    /** The next batch, or none at the end. */
    public Optional<RecordBatch> next() {
        List<FileRecord> records = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int i = 0; i < batchRows; i++) {
            Optional<Cells> row = file.next();
            if (row.isEmpty()) {
                break;
            }
            rows++;
            try {
                records.add(record(row.get()));
            } catch (RowRejection rejection) {
                rejected.add(rejection.of(row.get()));
            }
        }
        return records.isEmpty() && rejected.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordBatch(records, rejected, rows, file.position()));
    }

    private FileRecord record(Cells cells) throws RowRejection {
        CellRules rules = file.rules();
        rules.checkWhole(cells);
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            Optional<Object> value = rules.value(cells, column);
            if (value.isEmpty() && column.field().required()) {
                throw rules.rejection(cells, column, "is missing");
            }
            value.ifPresent(given -> values.put(column.field().label(), given));
        }
        return new FileRecord(cells.line(), values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

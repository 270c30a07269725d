package io.smartcrm.customer.recordfile;

import java.io.IOException;
import java.util.Optional;

/** Records of a CSV text after its header. */
final class CsvRows implements Lines {
    private final CsvLines lines;
    private final int columns;

    CsvRows(CsvLines lines, int columns) {
        this.lines = lines;
        this.columns = columns;
        lines.next();
    }

    @Override
    public Optional<Cells> next() {
        return lines.next().map(row -> new CsvCells(row, columns));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package io.smartcrm.customer.orderfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a file is written: said by its mapping, or recognised by looking at it before it is read. */
record FileFormat(TextEncoding encoding, Header header, Optional<DayOrder> dayOrder) {
    /** A file whose first rows have no date with slashes needs no search for the order of day and month. */
    private static final int ROWS_WITHOUT_SLASH = 1_000;

    static FileFormat recognise(Path file, ColumnMapping mapping, FileLimits limits) throws IOException {
        TextEncoding encoding = encoding(file, mapping, limits);
        Header header = header(file, encoding, mapping, limits);
        var undecided = new FileFormat(encoding, header, Optional.empty());
        int timePosition = header.positions(mapping).getOrDefault(OrderField.ORDER_TIME, 0);
        try (var lines = undecided.lines(StoredBytes.open(file, limits), limits)) {
            lines.next();
            return new FileFormat(encoding, header, dayOrder(lines, timePosition, header));
        }
    }

    CsvLines lines(StoredBytes bytes, FileLimits limits) throws IOException {
        return lines(bytes, encoding, header.delimiter(), limits);
    }

    private static CsvLines lines(StoredBytes bytes, TextEncoding encoding, char delimiter, FileLimits limits)
            throws IOException {
        return new CsvLines(
                encoding.reader(bytes),
                delimiter,
                limits.lineCharacters(),
                encoding.charset().name());
    }

    private static TextEncoding encoding(Path file, ColumnMapping mapping, FileLimits limits) throws IOException {
        try (StoredBytes bytes = StoredBytes.open(file, limits)) {
            var named = mapping.charset();
            return named.isPresent() ? TextEncoding.named(named.get(), bytes) : TextEncoding.recognise(bytes);
        }
    }

    /** The delimiter under which most columns of the mapping are found; of equals, the one that makes more columns. */
    private static Header header(Path file, TextEncoding encoding, ColumnMapping mapping, FileLimits limits)
            throws IOException {
        String candidates = mapping.separator().map(String::valueOf).orElse(ColumnMapping.DELIMITERS);
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < candidates.length(); i++) {
            char delimiter = candidates.charAt(i);
            try (var lines = lines(StoredBytes.open(file, limits), encoding, delimiter, limits)) {
                CsvRecord first = lines.next().orElseThrow(() -> new FileRefusal("the file has no header line"));
                headers.add(Header.of(delimiter, first));
            }
        }
        return headers.stream()
                .max(Comparator.<Header>comparingLong(header -> header.known(mapping))
                        .thenComparingInt(header -> header.columns().size()))
                .orElseThrow();
    }

    private static Optional<DayOrder> dayOrder(CsvLines lines, int timePosition, Header header) {
        String undecided = "";
        for (long row = 1; ; row++) {
            Optional<CsvRecord> line = lines.next();
            if (line.isEmpty() || (undecided.isEmpty() && row > ROWS_WITHOUT_SLASH)) {
                break;
            }
            String date = timePosition < line.get().getFieldCount()
                    ? line.get().getField(timePosition).strip()
                    : "";
            Optional<DayOrder> told = DayOrder.toldBy(date);
            if (told.isPresent()) {
                return told;
            }
            undecided = undecided.isEmpty() && date.indexOf('/') > 0 ? date : undecided;
        }
        if (!undecided.isEmpty()) {
            throw new FileRefusal("column '" + header.columns().get(timePosition) + "': in '" + undecided
                    + "' the day can stand first or second, and no date of the file tells which;"
                    + " write dates as 2010-12-31");
        }
        return Optional.empty();
    }
}

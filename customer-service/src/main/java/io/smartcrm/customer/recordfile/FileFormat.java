package io.smartcrm.customer.recordfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is written: said by its mapping, or recognised by looking at it before it is read.
 *
 * @param json whether its rows are JSON objects; then the header holds the paths of their values
 */
record FileFormat(TextEncoding encoding, Header header, Optional<DayOrder> dayOrder, boolean json) {
    /** A file whose first rows have no date with slashes needs no search for the order of day and month. */
    private static final int ROWS_WITHOUT_SLASH = 1_000;

    private static final int ROWS_WITH_ALL_PATHS = 1_000;

    static FileFormat recognise(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        TextEncoding encoding;
        try (StoredBytes bytes = StoredBytes.open(content, limits)) {
            var named = mapping.charset();
            encoding = named.isPresent() ? TextEncoding.named(named.get(), bytes) : TextEncoding.recognise(bytes);
        }
        boolean json = isJson(content, encoding, limits);
        Header header =
                json ? paths(content, encoding, limits).with(mapping) : header(content, encoding, mapping, limits);
        var undecided = new FileFormat(encoding, header, Optional.empty(), json);
        Map<FileField, Integer> positions = header.positions(mapping);
        Optional<FileField> time = mapping.columns().keySet().stream()
                .filter(field -> field.type() == FileField.Type.TIME)
                .findFirst();
        if (time.isEmpty()) {
            return undecided;
        }
        int position = positions.getOrDefault(time.get(), 0);
        try (Lines lines = undecided.rows(StoredBytes.open(content, limits), limits)) {
            return new FileFormat(encoding, header, dayOrder(lines, position, header), json);
        }
    }

    /** The rows from the first, without the header. */
    Lines rows(StoredBytes bytes, FileLimits limits) throws IOException {
        return json
                ? new JsonRows(
                        encoding.reader(bytes),
                        header.columns(),
                        limits.lineCharacters(),
                        encoding.charset().name())
                : new CsvRows(
                        csv(bytes, encoding, header.delimiter(), limits),
                        header.columns().size());
    }

    static boolean isJson(FileContent content, TextEncoding encoding, FileLimits limits) throws IOException {
        try (Reader text = encoding.reader(StoredBytes.open(content, limits))) {
            for (int i = 0; i < limits.lineCharacters(); i++) {
                int character = text.read();
                if (character < 0 || !Character.isWhitespace(character)) {
                    return character == '{';
                }
            }
            return false;
        }
    }

    /** The paths of values in the first rows. */
    static Header paths(FileContent content, TextEncoding encoding, FileLimits limits) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        try (var rows = new JsonRows(
                encoding.reader(StoredBytes.open(content, limits)),
                List.of(),
                limits.lineCharacters(),
                encoding.charset().name())) {
            var values = rows.nextValues();
            for (int row = 1; values.isPresent() && row <= ROWS_WITH_ALL_PATHS; row++) {
                paths.addAll(values.get().keySet());
                values = rows.nextValues();
            }
        }
        return new Header(',', List.copyOf(paths));
    }

    private static CsvLines csv(StoredBytes bytes, TextEncoding encoding, char delimiter, FileLimits limits)
            throws IOException {
        return new CsvLines(
                encoding.reader(bytes),
                delimiter,
                limits.lineCharacters(),
                encoding.charset().name());
    }

    private static Header header(FileContent content, TextEncoding encoding, ColumnMapping mapping, FileLimits limits)
            throws IOException {
        String candidates = mapping.separator().map(String::valueOf).orElse(ColumnMapping.DELIMITERS);
        return headers(content, encoding, candidates, limits).stream()
                .max(Comparator.<Header>comparingLong(header -> header.known(mapping))
                        .thenComparingInt(header -> header.columns().size()))
                .orElseThrow();
    }

    /** The first line as each of the delimiters would part it. */
    static List<Header> headers(FileContent content, TextEncoding encoding, String delimiters, FileLimits limits)
            throws IOException {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < delimiters.length(); i++) {
            char delimiter = delimiters.charAt(i);
            try (var lines = csv(StoredBytes.open(content, limits), encoding, delimiter, limits)) {
                CsvRecord first = lines.next().orElseThrow(() -> new FileRefusal("the file has no header line"));
                headers.add(Header.of(delimiter, first));
            }
        }
        return headers;
    }

    private static Optional<DayOrder> dayOrder(Lines lines, int timePosition, Header header) {
        String undecided = "";
        for (long row = 1; ; row++) {
            Optional<Cells> line = lines.next();
            if (line.isEmpty() || (undecided.isEmpty() && row > ROWS_WITHOUT_SLASH)) {
                break;
            }
            String date = timePosition < line.get().count()
                    ? line.get().cell(timePosition).strip()
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

package io.smartcrm.customer.recordfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What the beginning of a file seems to be.
 *
 * @param packed by gzip
 * @param delimiter empty where rows are JSON objects
 * @param columns names in the header, or paths of values
 * @param rows the first few, each in the order of the columns
 */
public record FileInspection(
        boolean json,
        boolean packed,
        String encoding,
        String delimiter,
        List<String> columns,
        List<List<String>> rows) {
    private static final int MAX_TEXT = 4 << 20;
    private static final int SAMPLE_ROWS = 10;
    private static final int MAX_CELL = 200;
    private static final FileLimits LIMITS = new FileLimits(MAX_TEXT * 2L, Integer.MAX_VALUE, 1 << 20, 1);
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]");

    public FileInspection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param complete whether that is all of the file; else the last line may be cut off
     * @throws FileRefusal when it is no text, or has no rows
     */
    public static FileInspection of(byte[] content, boolean complete) throws IOException {
        boolean packed = content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b;
        byte[] text = packed ? unpacked(content) : content;
        boolean whole = complete && text.length < MAX_TEXT;
        byte[] lines = whole ? text : withoutLastLine(text);
        FileContent source = () -> new ByteArrayInputStream(lines);
        TextEncoding encoding;
        try (StoredBytes bytes = StoredBytes.open(source, LIMITS)) {
            encoding = TextEncoding.recognise(bytes);
        }
        boolean json = FileFormat.isJson(source, encoding, LIMITS);
        Header header = json
                ? FileFormat.paths(source, encoding, LIMITS)
                : FileFormat.headers(source, encoding, ColumnMapping.DELIMITERS, LIMITS).stream()
                        .max(Comparator.comparingInt(parted -> parted.columns().size()))
                        .orElseThrow();
        var format = new FileFormat(encoding, header, Optional.empty(), json);
        return new FileInspection(
                json,
                packed,
                encoding.charset().name(),
                json ? "" : Character.toString(header.delimiter()),
                header.columns(),
                sample(format, source));
    }

    /** Our field to the column that seems to hold it, each column for one field. */
    public Map<String, String> propose(FileShape shape) {
        Map<String, String> free = new LinkedHashMap<>();
        columns.forEach(column -> free.putIfAbsent(plain(column), column));
        Map<String, String> proposed = new LinkedHashMap<>();
        shape.fields()
                .forEach(field -> take(free, field.label()).ifPresent(column -> proposed.put(field.label(), column)));
        for (FileField field : shape.fields()) {
            field.aliases().stream()
                    .filter(alias -> !proposed.containsKey(field.label()))
                    .map(alias -> take(free, alias))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(column -> proposed.put(field.label(), column));
        }
        return proposed;
    }

    private static Optional<String> take(Map<String, String> free, String name) {
        return Optional.ofNullable(free.remove(plain(name)));
    }

    private static String plain(String name) {
        return SIGNS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static List<List<String>> sample(FileFormat format, FileContent source) throws IOException {
        List<List<String>> sample = new ArrayList<>();
        try (Lines lines = format.rows(StoredBytes.open(source, LIMITS), LIMITS)) {
            Optional<Cells> row = lines.next();
            while (row.isPresent() && sample.size() < SAMPLE_ROWS) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.get().count(); i++) {
                    String cell = row.get().cell(i);
                    cells.add(cell.length() > MAX_CELL ? cell.substring(0, MAX_CELL) : cell);
                }
                sample.add(cells);
                row = lines.next();
            }
        }
        return sample;
    }

    private static byte[] unpacked(byte[] content) throws IOException {
        var text = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            int read = in.read(buffer);
            while (read > 0 && text.size() < MAX_TEXT) {
                text.write(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (EOFException cutOff) {
            return withoutLastLine(text.toByteArray());
        } catch (java.util.zip.ZipException broken) {
            throw new FileRefusal(
                    "the packed file is damaged (" + broken.getMessage() + "); pack and send it again", broken);
        }
        return text.toByteArray();
    }

    /** A first line alone stays, cut off as it may be. */
    private static byte[] withoutLastLine(byte[] text) {
        for (int i = text.length - 1; i > 0; i--) {
            if (text[i] == '\n') {
                return Arrays.copyOf(text, i + 1);
            }
        }
        return text;
    }
}

package io.smartcrm.customer.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smartcrm.customer.recordfile.CsvCell;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Rows as lines of a file: CSV with a header, or a JSON object each. */
final class ExportFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final ObjectWriter JSON = new JsonMapper().writer();

    private final List<String> columns;
    private final Export.Format format;
    private final Counted stored;
    private final Writer out;

    ExportFile(OutputStream target, Export.Format format, boolean gzip, List<String> columns) throws IOException {
        this.columns = List.copyOf(columns);
        this.format = format;
        this.stored = new Counted(target);
        this.out = new BufferedWriter(
                new OutputStreamWriter(gzip ? new GZIPOutputStream(stored, BUFFER) : stored, UTF_8), BUFFER);
        if (format == Export.Format.CSV) {
            out.write(columns.stream().map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n");
        }
    }

    /** Bytes that reached the file so far. */
    long bytes() {
        return stored.count;
    }

    void write(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
        switch (format) {
            case CSV -> writeCsv(values);
            case NDJSON -> writeJson(values);
        }
    }

    private void writeCsv(List<? extends @Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(CsvCell.of(text(values.get(i))));
        }
        out.write("\r\n");
    }

    private void writeJson(List<? extends @Nullable Object> values) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                object.put(columns.get(i), json(value));
            }
        }
        out.write(JSON.writeValueAsString(object));
        out.write('\n');
    }

    private static Object json(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        boolean known = value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection
                || value instanceof Map;
        return known ? value : value.toString();
    }

    private static String text(@Nullable Object value) throws JsonProcessingException {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining("|"));
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() ? "" : JSON.writeValueAsString(map) : value.toString();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}

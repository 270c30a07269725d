package io.smartcrm.local.shop;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** A text file written line by line: UTF-8, lines end in a line feed, CSV cells quoted where RFC 4180 asks for it. */
final class Rows implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private long lines;

    private Rows(OutputStream out) {
        this.out = out;
    }

    static Rows create(Path file) throws IOException {
        return new Rows(Files.newOutputStream(file));
    }

    /** A CSV file with its header. */
    static Rows create(Path file, List<String> header) throws IOException {
        Rows rows = create(file);
        rows.row(header);
        return rows;
    }

    /** Lines written so far. */
    long lines() {
        return lines;
    }

    void row(Object... cells) {
        row(List.of(cells));
    }

    void row(List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                put((byte) ',');
            }
            write(quoted(cells.get(i).toString()));
        }
        end();
    }

    void line(String text) {
        write(text);
        end();
    }

    /** Cents as units with two decimals. */
    static String money(long cents) {
        long whole = Math.abs(cents) / 100;
        long part = Math.abs(cents) % 100;
        return (cents < 0 ? "-" : "") + whole + (part < 10 ? ".0" : ".") + part;
    }

    /** ISO 8601 to the second with offset. */
    static String time(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(25).append(time.getYear());
        two(text, '-', time.getMonthValue());
        two(text, '-', time.getDayOfMonth());
        two(text, 'T', time.getHour());
        two(text, ':', time.getMinute());
        two(text, ':', time.getSecond());
        return text.append(time.getOffset().getId()).toString();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    private static void two(StringBuilder text, char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static String quoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BUFFER - used) {
            flush();
        }
        if (bytes.length > BUFFER) {
            send(bytes, bytes.length);
            return;
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void end() {
        put((byte) '\n');
        lines++;
    }

    private void put(byte unit) {
        if (used == BUFFER) {
            flush();
        }
        buffer[used++] = unit;
    }

    private void flush() {
        send(buffer, used);
        used = 0;
    }

    private void send(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.smartcrm.bench.recommend;

import io.smartcrm.bench.DataFile;
import io.smartcrm.bench.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows of a comma-separated file, plain or gzip: cells may be quoted and then hold commas, doubled quotes and line
 * ends; blank lines are skipped and unquoted cells stripped.
 */
public final class CsvReader implements AutoCloseable {
    private static final int LONGEST_ROW = 1 << 20;
    private static final int END = -1;

    private final Path path;
    private final BufferedReader in;
    private long line = 1;
    private long rowLine = 1;
    private int length;

    private CsvReader(Path path, BufferedReader in) {
        this.path = path;
        this.in = in;
    }

    public static CsvReader open(Path path) throws IOException {
        return new CsvReader(path, DataFile.open(path));
    }

    /** The next row with any text in it, empty at the end of the file. */
    public Optional<List<String>> next() throws IOException {
        for (int character = in.read(); character != END; character = in.read()) {
            rowLine = line;
            length = 0;
            List<String> row = readRow(character);
            if (row.size() > 1 || !row.get(0).isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** A complaint about the row read last. */
    public UsageException complaint(String problem) {
        return new UsageException(path + " line " + rowLine + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private List<String> readRow(int first) throws IOException {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int character = first; character != END && character != '\n'; character = in.read()) {
            if (character == ',') {
                row.add(text(cell, quoted));
                cell.setLength(0);
                quoted = false;
            } else if (character == '"' && !quoted && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
                readQuoted(cell);
            } else if (quoted && !Character.isWhitespace(character)) {
                throw complaint("text after the closing quote of a cell");
            } else if (!quoted) {
                append(cell, character);
            }
        }
        line++;
        row.add(text(cell, quoted));
        return row;
    }

    private void readQuoted(StringBuilder cell) throws IOException {
        while (true) {
            int character = in.read();
            if (character == END) {
                throw complaint("a quoted cell is not closed");
            }
            if (character == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return;
                }
            }
            if (character == '\n') {
                line++;
            }
            append(cell, character);
        }
    }

    private void append(StringBuilder cell, int character) {
        if (++length > LONGEST_ROW) {
            throw complaint("the row is longer than " + LONGEST_ROW + " characters; is a quote not closed?");
        }
        cell.append((char) character);
    }

    private static String text(StringBuilder cell, boolean quoted) {
        return quoted ? cell.toString() : cell.toString().strip();
    }
}

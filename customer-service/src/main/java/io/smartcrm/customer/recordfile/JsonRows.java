package io.smartcrm.customer.recordfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of a text that are JSON objects each (NDJSON), none longer than we allow; blank lines are passed over. */
final class JsonRows implements Lines {
    private final BufferedReader text;
    private final List<String> columns;
    private final int lineCharacters;
    private final String encoding;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean ended;

    /** @param columns whose values are wanted, in the order of the cells */
    JsonRows(Reader text, List<String> columns, int lineCharacters, String encoding) {
        this.text = new BufferedReader(text, 1 << 16);
        this.columns = List.copyOf(columns);
        this.lineCharacters = lineCharacters;
        this.encoding = encoding;
    }

    @Override
    public Optional<Cells> next() {
        return nextText().map(this::cells);
    }

    /** The values of the next object by their paths; empty at the end and where a line is none. */
    Optional<Map<String, String>> nextValues() {
        return nextText().map(one -> {
            try {
                return FlatJson.values(one);
            } catch (FlatJson.NotAnObject malformed) {
                return Map.of();
            }
        });
    }

    private Cells cells(String one) {
        try {
            Map<String, String> values = FlatJson.values(one);
            return new Row(
                    number,
                    columns.stream()
                            .map(column -> values.getOrDefault(column, ""))
                            .toList(),
                    "",
                    "");
        } catch (FlatJson.NotAnObject malformed) {
            return new Row(number, List.of(), String.valueOf(malformed.getMessage()), one);
        }
    }

    private Optional<String> nextText() {
        while (!ended) {
            String one = read();
            if (!one.isBlank()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private String read() {
        line.setLength(0);
        number++;
        try {
            for (int character = text.read(); character != '\n'; character = text.read()) {
                if (character < 0) {
                    ended = true;
                    break;
                }
                if (line.length() == lineCharacters) {
                    throw new FileRefusal("line " + number + " has more than " + lineCharacters
                            + " characters; is each object on a line of its own?");
                }
                line.append((char) character);
            }
        } catch (CharacterCodingException wrong) {
            throw new FileRefusal(
                    "in or after line " + number + " come bytes that are not " + encoding
                            + "; leave the encoding empty to have it recognised, or name the right one",
                    wrong);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private record Row(long line, List<String> cells, String fault, String sample) implements Cells {
        @Override
        public int count() {
            return cells.size();
        }

        @Override
        public String cell(int position) {
            return cells.get(position);
        }
    }
}

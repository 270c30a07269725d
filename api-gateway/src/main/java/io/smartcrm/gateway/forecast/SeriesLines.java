package io.smartcrm.gateway.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.gateway.http.Refusal;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of one JSON object a line: first the options, then one series a line. It is read in blocks, so that any number of
 * series takes the memory of one block. Reading blocks: for worker threads.
 */
final class SeriesLines implements AutoCloseable {
    private static final int SERIES_OF_A_BLOCK = 100;
    private static final int VALUES_OF_A_BLOCK = 50_000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_QUOTE = 200;

    private final File file;
    private final BufferedReader reader;
    private final ObjectMapper json;
    private ForecastOptions options = new ForecastOptions(null, null, null, List.of(), null);
    private long number;

    private SeriesLines(File file, BufferedReader reader, ObjectMapper json) {
        this.file = file;
        this.reader = reader;
        this.json = json;
    }

    /**
     * A line of the file.
     *
     * @param series null when the line is none
     * @param problem why it is none; null when it is one
     */
    record Line(@Nullable SeriesView series, @Nullable SeriesForecastView problem) {}

    /** @throws Refusal 400 when the first line holds no options */
    static SeriesLines open(File file, ObjectMapper json) throws IOException {
        SeriesLines lines = new SeriesLines(file, Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8), json);
        try {
            lines.readOptions();
            return lines;
        } catch (IOException | RuntimeException failed) {
            lines.close();
            throw failed;
        }
    }

    ForecastOptions options() {
        return options;
    }

    /** The next lines; none at the end. */
    List<Line> block() throws IOException {
        List<Line> block = new ArrayList<>();
        int values = 0;
        while (block.size() < SERIES_OF_A_BLOCK && values < VALUES_OF_A_BLOCK) {
            Optional<String> text = text();
            if (text.isEmpty()) {
                return block;
            }
            Line line = line(text.get());
            block.add(line);
            values += line.series == null ? 0 : line.series.known().size();
        }
        return block;
    }

    private void readOptions() throws IOException {
        String expected = "the first line must be the options, such as {\"period\": 12, \"horizon\": 6}";
        Optional<String> first = text();
        if (first.isEmpty()) {
            throw new Refusal(400, "BODY_REQUIRED", "the request has no body; " + expected);
        }
        try {
            options = json.readValue(first.get(), ForecastOptions.class);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(400, "MALFORMED_JSON", "line 1: " + quoted(malformed) + "; " + expected);
        }
    }

    private Line line(String text) {
        if (text.length() > LONGEST_LINE) {
            return problem("is longer than " + LONGEST_LINE + " characters");
        }
        try {
            SeriesView series = json.readValue(text, SeriesView.class);
            return series == null ? problem("is null instead of a series") : new Line(series, null);
        } catch (JsonProcessingException malformed) {
            return problem("is not a series such as {\"id\": \"a\", \"values\": [1, 2, null]}: " + quoted(malformed));
        }
    }

    private Line problem(String detail) {
        return new Line(null, SeriesForecastView.refused(null, "line " + number, detail));
    }

    private static String quoted(JsonProcessingException malformed) {
        String message = String.valueOf(malformed.getOriginalMessage());
        return message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "..." : message;
    }

    /** The next line that is not blank, cut off just above the longest one allowed. */
    private Optional<String> text() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int next = reader.read();
            if (next >= 0 && next != '\n') {
                if (text.length() <= LONGEST_LINE) {
                    text.append((char) next);
                }
                continue;
            }
            number++;
            if (!text.toString().isBlank()) {
                return Optional.of(text.toString());
            }
            if (next < 0) {
                return Optional.empty();
            }
            text.setLength(0);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        Files.deleteIfExists(file.toPath());
    }
}

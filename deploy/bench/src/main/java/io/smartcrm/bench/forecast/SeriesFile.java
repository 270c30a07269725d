package io.smartcrm.bench.forecast;

import io.smartcrm.bench.DataFile;
import io.smartcrm.bench.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Series in the layout of the M competitions: one a line, id first, then values separated by commas. Quotes and blanks
 * around a cell do not count, empty cells at the end neither; an empty cell (or NA) before that is a missing value. A
 * first line that starts with V1 or id is a header.
 */
final class SeriesFile {
    private SeriesFile() {}

    /** All series by id, in the order of the file; {@link Double#NaN} for missing values. */
    static Map<String, double[]> read(Path path) throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        try (BufferedReader reader = DataFile.open(path)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                String id = bare(cells[0]);
                if (number == 1 && (id.equalsIgnoreCase("V1") || id.equalsIgnoreCase("id"))) {
                    continue;
                }
                if (series.put(id, values(cells, path, number)) != null) {
                    throw new UsageException(path + " line " + number + ": series '" + id + "' occurs twice");
                }
            }
        }
        if (series.isEmpty()) {
            throw new UsageException(path + " holds no series");
        }
        return series;
    }

    private static double[] values(String[] cells, Path path, int line) {
        double[] values = new double[cells.length - 1];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            String cell = bare(cells[i + 1]);
            boolean missing = cell.isEmpty() || cell.equalsIgnoreCase("NA") || cell.equalsIgnoreCase("NaN");
            values[i] = missing ? Double.NaN : number(cell, path, line, i + 2);
            if (!missing) {
                length = i + 1;
            }
        }
        return Arrays.copyOf(values, length);
    }

    private static double number(String cell, Path path, int line, int column) {
        try {
            double value = Double.parseDouble(cell);
            if (!Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same complaint as a number out of range.
        }
        throw new UsageException(path + " line " + line + " column " + column + ": '" + cell + "' is not a number");
    }

    private static String bare(String cell) {
        String stripped = cell.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
    }
}

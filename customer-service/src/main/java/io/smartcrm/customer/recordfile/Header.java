package io.smartcrm.customer.recordfile;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The first line of a file: which column stands where. */
record Header(char delimiter, List<String> columns) {
    private static final int SHOWN_COLUMNS = 30;
    private static final int SHOWN_CHARACTERS = 40;

    Header {
        columns = columns.stream().map(String::strip).toList();
    }

    static Header of(char delimiter, CsvRecord first) {
        return new Header(delimiter, first.getFields());
    }

    /** With the columns of fields that need not be told, which first rows may leave out. */
    Header with(ColumnMapping mapping) {
        List<String> all = new ArrayList<>(columns);
        mapping.columns().forEach((field, column) -> {
            if (!field.required() && !all.contains(column)) {
                all.add(column);
            }
        });
        return new Header(delimiter, all);
    }

    /** How many of the mapping's columns are here. */
    long known(ColumnMapping mapping) {
        return mapping.columns().values().stream().filter(columns::contains).count();
    }

    /**
     * Where each mapped field stands.
     *
     * @throws FileRefusal naming the columns that are missing or there twice, and what the file has
     */
    Map<FileField, Integer> positions(ColumnMapping mapping) {
        Map<FileField, Integer> positions = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        mapping.columns().forEach((field, column) -> {
            OptionalInt position = position(column);
            if (position.isPresent()) {
                positions.put(field, position.getAsInt());
            } else {
                missing.add("column '" + column + "', which the mapping names for " + field.label());
            }
        });
        if (!missing.isEmpty()) {
            throw new FileRefusal(String.join("; ", missing) + (missing.size() == 1 ? ", is" : ": are")
                    + " not in the header; the file has: " + shown() + "; is the delimiter " + name(delimiter)
                    + " right?");
        }
        return positions;
    }

    private OptionalInt position(String column) {
        int first = columns.indexOf(column);
        if (first != columns.lastIndexOf(column)) {
            throw new FileRefusal("the header has column '" + column + "' twice; give one of them another name");
        }
        return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private String shown() {
        String shown = columns.stream()
                .limit(SHOWN_COLUMNS)
                .map(column -> "'"
                        + (column.length() > SHOWN_CHARACTERS ? column.substring(0, SHOWN_CHARACTERS) + "..." : column)
                        + "'")
                .collect(joining(", "));
        return columns.size() > SHOWN_COLUMNS ? shown + " and " + (columns.size() - SHOWN_COLUMNS) + " more" : shown;
    }

    static String name(char delimiter) {
        return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    }
}

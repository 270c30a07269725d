package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of held-out choices among others: {@code user,positive,negative...}. */
final class NegativesFile {
    private NegativesFile() {}

    /** One user with the item to find among others, by number. */
    static final class Row {
        final int user;
        final int positive;
        final int[] negatives;

        private Row(int user, int positive, int[] negatives) {
            this.user = user;
            this.positive = positive;
            this.negatives = negatives;
        }
    }

    static List<Row> read(Path path, Numbering users, Numbering items) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(path)) {
            boolean first = true;
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (!first || !isHeader(row.get())) {
                    rows.add(parse(reader, row.get(), users, items));
                }
                first = false;
            }
        }
        if (rows.isEmpty()) {
            throw new UsageException(path + " holds no held-out choices");
        }
        return rows;
    }

    private static boolean isHeader(List<String> row) {
        return row.size() > 1 && row.get(1).toLowerCase(Locale.ROOT).startsWith("positive");
    }

    private static Row parse(CsvReader reader, List<String> row, Numbering users, Numbering items) {
        if (row.size() < 3 || row.contains("")) {
            throw reader.complaint("expected user,positive,negative... without empty cells");
        }
        if (row.subList(2, row.size()).contains(row.get(1))) {
            throw reader.complaint("item '" + row.get(1) + "' is both the positive and a negative");
        }
        int[] negatives =
                row.subList(2, row.size()).stream().mapToInt(items::of).toArray();
        return new Row(users.of(row.get(0)), items.of(row.get(1)), negatives);
    }
}

package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file of choices without time: {@code user,item[,weight]}; a weight of zero or less is no choice. */
final class PairFile {
    private static final Set<String> USER_TITLES =
            Set.of("user", "user_id", "userid", "uid", "customer", "customer_id", "customerid");

    private PairFile() {}

    static EventColumns read(Path path, Numbering users, Numbering items) throws IOException {
        EventColumns columns = new EventColumns();
        try (CsvReader reader = CsvReader.open(path)) {
            boolean first = true;
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (!first || !isHeader(row.get())) {
                    add(reader, row.get(), columns, users, items);
                }
                first = false;
            }
        }
        if (columns.size() == 0) {
            throw new UsageException(path + " holds no choices");
        }
        System.err.printf("%s: %d choices%n", path, columns.size());
        return columns;
    }

    /** Ids may be any text, so only a usual title of the first column or a weight that is no number tells a header. */
    static boolean isHeader(List<String> row) {
        return USER_TITLES.contains(row.get(0).toLowerCase(Locale.ROOT))
                || (row.size() == 3 && Decimal.parse(row.get(2)).isEmpty());
    }

    private static void add(
            CsvReader reader, List<String> row, EventColumns columns, Numbering users, Numbering items) {
        if (row.size() < 2 || row.get(0).isEmpty() || row.get(1).isEmpty()) {
            throw reader.complaint("expected user,item[,weight]");
        }
        double weight = 1;
        if (row.size() > 2) {
            weight = Decimal.parse(row.get(2))
                    .orElseThrow(() -> reader.complaint("weight '" + row.get(2) + "' is not a number"));
        }
        int user = users.of(row.get(0));
        int item = items.of(row.get(1));
        if (weight > 0) {
            columns.add(user, item, 0, (float) weight);
        }
    }
}

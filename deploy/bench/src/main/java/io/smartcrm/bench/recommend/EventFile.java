package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A file of timed events: {@code time,customer,item[,quantity...]}. Lines without customer and lines that take back
 * (quantity zero or less) are left out and counted.
 */
final class EventFile {
    private final Numbering customers;
    private final Numbering items;
    private final EventColumns columns = new EventColumns();
    private long anonymous;
    private long takenBack;

    private EventFile(Numbering customers, Numbering items) {
        this.customers = customers;
        this.items = items;
    }

    static EventColumns read(Path path, Numbering customers, Numbering items) throws IOException {
        EventFile file = new EventFile(customers, items);
        try (CsvReader reader = CsvReader.open(path)) {
            boolean first = true;
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                file.add(reader, row.get(), first);
                first = false;
            }
        }
        if (file.columns.size() == 0) {
            throw new UsageException(path + " holds no events");
        }
        System.err.printf(
                "%s: %d events, left out %d without customer and %d taken back%n",
                path, file.columns.size(), file.anonymous, file.takenBack);
        return file.columns;
    }

    private void add(CsvReader reader, List<String> row, boolean first) {
        if (row.size() < 3) {
            throw reader.complaint("expected time,customer,item but found " + row.size() + " columns");
        }
        OptionalLong time = PointInTime.parse(row.get(0));
        if (time.isEmpty()) {
            if (first) {
                return;
            }
            throw reader.complaint("'" + row.get(0) + "' is not a time such as 2011-11-10 08:26:00");
        }
        if (row.get(1).isEmpty()) {
            anonymous++;
            return;
        }
        if (row.get(2).isEmpty()) {
            throw reader.complaint("the item is missing");
        }
        double quantity = row.size() > 3 ? quantity(reader, row.get(3)) : 1;
        if (quantity <= 0) {
            takenBack++;
            return;
        }
        columns.add(customers.of(row.get(1)), items.of(row.get(2)), time.getAsLong(), (float) quantity);
    }

    private static double quantity(CsvReader reader, String text) {
        OptionalDouble quantity = Decimal.parse(text);
        return quantity.orElseThrow(() -> reader.complaint("quantity '" + text + "' is not a number"));
    }
}

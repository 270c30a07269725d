package io.smartcrm.bench.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A file of items: {@code item,code,description[,k=v features]}; items without events are passed over. */
final class ItemFile {
    private static final int DESCRIPTION = 2;

    private ItemFile() {}

    /** The description and the features of every numbered item, empty where the file has none. */
    static List<String> texts(Path path, Numbering items) throws IOException {
        List<String> texts = new ArrayList<>(Collections.nCopies(items.size(), ""));
        try (CsvReader reader = CsvReader.open(path)) {
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> cells = row.get();
                if (cells.size() <= DESCRIPTION) {
                    throw reader.complaint("expected item,code,description but found " + cells.size() + " columns");
                }
                items.known(cells.get(0))
                        .ifPresent(item -> texts.set(item, String.join(" ", cells.subList(DESCRIPTION, cells.size()))));
            }
        }
        return texts;
    }
}

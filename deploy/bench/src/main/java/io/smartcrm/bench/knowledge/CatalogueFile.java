package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.DataFile;
import io.smartcrm.bench.UsageException;
import io.smartcrm.bench.recommend.CsvReader;
import io.smartcrm.recommend.recognition.ProductText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A catalogue: CSV with the columns {@code item,code,description}, or YAML that lists products with {@code name}, {@code
 * description}, {@code category} and {@code style}, the kind of thing.
 */
final class CatalogueFile {
    private static final int DESCRIPTION = 2;

    private CatalogueFile() {}

    static List<ProductText> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<ProductText> products = name.endsWith(".yaml") || name.endsWith(".yml") ? yaml(file) : csv(file);
        if (products.isEmpty()) {
            throw new UsageException(file + " holds no products");
        }
        return products;
    }

    private static List<ProductText> csv(Path file) throws IOException {
        List<ProductText> products = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file)) {
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                List<String> cells = row.get();
                if (cells.size() <= DESCRIPTION) {
                    throw reader.complaint("expected item,code,description but found " + cells.size() + " columns");
                }
                if (!cells.get(DESCRIPTION).equals("description")) {
                    products.add(new ProductText(List.of(cells.get(DESCRIPTION)), Map.of(), List.of()));
                }
            }
        }
        return products;
    }

    /** Flat maps in a list; a line that is indented deeper goes on with the value before. */
    private static List<ProductText> yaml(Path file) throws IOException {
        List<ProductText> products = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        String last = "";
        try (BufferedReader reader = DataFile.open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("- ") && !fields.isEmpty()) {
                    products.add(product(fields));
                    fields.clear();
                }
                String text = line.length() > 2 ? line.substring(2) : "";
                int colon = text.indexOf(':');
                if (text.startsWith(" ") || colon < 0) {
                    fields.merge(last, unquoted(text), (one, other) -> one + " " + other);
                } else {
                    last = text.substring(0, colon);
                    fields.put(last, unquoted(text.substring(colon + 1)));
                }
            }
        }
        products.add(product(fields));
        return products;
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^['\"]|['\"]$", "").replace("''", "'");
    }

    private static ProductText product(Map<String, String> fields) {
        List<String> category = new ArrayList<>();
        for (String level : List.of("category", "style")) {
            category.add(fields.getOrDefault(level, "").replace('_', ' '));
        }
        return new ProductText(
                List.of(fields.getOrDefault("name", ""), fields.getOrDefault("description", "")), Map.of(), category);
    }
}

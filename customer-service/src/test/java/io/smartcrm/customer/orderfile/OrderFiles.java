package io.smartcrm.customer.orderfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Files of a shop with the columns nr, time, customer, sku, qty, price and more, and what is read from them. */
public final class OrderFiles {
    static final String HEADER = "nr,time,customer,name,email,country,sku,text,category,qty,price,currency,refund";
    static final FileLimits LIMITS = new FileLimits(1 << 26, 200, 1 << 20, 1_000);

    private OrderFiles() {}

    /** All columns mapped by their names; credit notes begin with C. */
    public static ColumnMapping mapping() {
        return new ColumnMapping(OrderField.SHAPE, columns(), "EUR", "C", "Europe/Berlin", "", "", "");
    }

    static Map<FileField, String> columns() {
        return ColumnMapping.columnsByLabel(
                OrderField.SHAPE,
                new HashMap<>(Map.ofEntries(
                        Map.entry("orderNumber", "nr"),
                        Map.entry("orderTime", "time"),
                        Map.entry("customerId", "customer"),
                        Map.entry("customerName", "name"),
                        Map.entry("customerEmail", "email"),
                        Map.entry("country", "country"),
                        Map.entry("productCode", "sku"),
                        Map.entry("productName", "text"),
                        Map.entry("category", "category"),
                        Map.entry("quantity", "qty"),
                        Map.entry("unitPrice", "price"),
                        Map.entry("currency", "currency"),
                        Map.entry("refundOf", "refund"))));
    }

    /** A good line of order 1. */
    public static Map<String, String> line() {
        Map<String, String> line = new HashMap<>();
        line.put("nr", "1");
        line.put("time", "2024-03-01 10:00:00");
        line.put("customer", "ada");
        line.put("name", "Ada");
        line.put("email", "ada@example.org");
        line.put("country", "France");
        line.put("sku", "A");
        line.put("text", "Apple");
        line.put("category", "Fruit");
        line.put("qty", "2");
        line.put("price", "1.50");
        line.put("currency", "");
        line.put("refund", "");
        return line;
    }

    /** A good line with other cells: column and value in turn. */
    public static Map<String, String> line(String... cells) {
        Map<String, String> line = line();
        for (int i = 0; i < cells.length; i += 2) {
            line.put(cells[i], cells[i + 1]);
        }
        return line;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static String csv(Map<String, String>... lines) {
        return csv(List.of(lines));
    }

    public static String csv(List<Map<String, String>> lines) {
        var text = new StringBuilder(HEADER).append('\n');
        for (Map<String, String> line : lines) {
            List<String> cells = new ArrayList<>();
            for (String column : HEADER.split(",", -1)) {
                cells.add(quoted(line.getOrDefault(column, "")));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static List<Batch> read(String text) {
        return read(text.getBytes(UTF_8), mapping(), LIMITS);
    }

    static List<Batch> read(byte[] content, ColumnMapping mapping, FileLimits limits) {
        try {
            Path file = Files.createTempFile("orders", ".csv");
            try {
                Files.write(file, content);
                return readAll(file, mapping, limits);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Batch> readAll(Path path, ColumnMapping mapping, FileLimits limits) throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (var file = OrderFile.open(() -> Files.newInputStream(path), mapping, limits)) {
            Optional<Batch> batch = file.next();
            while (batch.isPresent()) {
                batches.add(batch.get());
                batch = file.next();
            }
        }
        return batches;
    }

    /** The only batch of a file that has one. */
    static Batch batch(String text) {
        List<Batch> batches = read(text);
        if (batches.size() != 1) {
            throw new AssertionError("the file has " + batches.size() + " batches");
        }
        return batches.get(0);
    }
}

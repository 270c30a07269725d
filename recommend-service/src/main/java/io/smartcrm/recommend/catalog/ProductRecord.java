package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a product, to learn from.
 *
 * @param texts the name first
 * @param attributes by name
 * @param category from the root down
 */
public record ProductRecord(
        int number, List<String> texts, SortedMap<String, String> attributes, String brand, List<String> category) {
    /** Parts the name of an attribute from its value. */
    static final char OF = '\u001f';

    private static final String COLUMNS =
            "select number, texts, attributes, brand, category, coalesce(name, '') from product ";
    private static final String CHANGED = COLUMNS + "where change_revision > ? and number > ? order by number limit ?";
    // Described ones first, and in no order that an import has.
    private static final String SAMPLE =
            COLUMNS + "where not withdrawn and name is not null order by cardinality(attributes) = 0, md5(id) limit ?";
    private static final String COUNT_CHANGED = """
        select count(*) filter (where change_revision > ?), count(*) from product\
        """;

    public ProductRecord {
        requireNonNull(brand, "brand is null");
        texts = List.copyOf(texts);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        category = List.copyOf(category);
    }

    /**
     * Products changed after a revision, by number.
     *
     * @param after the last number of the page before
     */
    public static List<ProductRecord> changed(Connection connection, long revision, int after, int limit)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(CHANGED)) {
            read.setLong(1, revision);
            read.setInt(2, after);
            read.setInt(3, limit);
            return records(read);
        }
    }

    /** Products to learn from; equal catalogues give equal samples. */
    public static List<ProductRecord> sample(Connection connection, int limit) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(SAMPLE)) {
            read.setInt(1, limit);
            return records(read);
        }
    }

    /** The share of the products that changed after a revision, 0 to 1. */
    public static double shareChanged(Connection connection, long revision) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT_CHANGED)) {
            count.setLong(1, revision);
            try (ResultSet row = count.executeQuery()) {
                return row.next() && row.getLong(2) > 0 ? (double) row.getLong(1) / row.getLong(2) : 0;
            }
        }
    }

    private static List<ProductRecord> records(PreparedStatement read) throws SQLException {
        List<ProductRecord> records = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                List<String> texts = texts(rows, 2);
                String name = rows.getString(6);
                records.add(new ProductRecord(
                        rows.getInt(1),
                        texts.isEmpty() && !name.isBlank() ? List.of(name) : texts,
                        attributes(texts(rows, 3)),
                        rows.getString(4),
                        texts(rows, 5)));
            }
        }
        return records;
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static SortedMap<String, String> attributes(List<String> parts) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String part : parts) {
            int end = part.indexOf(OF);
            if (end > 0) {
                attributes.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return attributes;
    }
}

package io.smartcrm.recommend.catalog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the record of a product on sale says, without its texts.
 *
 * @param category from the root down
 * @param brand empty when nobody said
 * @param attributes by name
 * @param price what filters go by; not a number when nobody said
 */
public record ProductAttributes(
        int number, List<String> category, String brand, SortedMap<String, String> attributes, double price) {
    private static final String READ = """
        select number, category, brand, attributes[1:40], coalesce(price, 'NaN') from product
        where name is not null and not withdrawn order by number\
        """;
    private static final int FETCH = 5_000;

    public ProductAttributes {
        requireNonNull(brand, "brand is null");
        category = List.copyOf(category);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** Shows all products one after another, by number, within the connection's transaction. */
    public static void read(Connection connection, Consumer<ProductAttributes> reader) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setFetchSize(FETCH);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    reader.accept(new ProductAttributes(
                            rows.getInt(1),
                            ProductRecord.texts(rows, 2),
                            rows.getString(3),
                            ProductRecord.attributes(ProductRecord.texts(rows, 4)),
                            rows.getDouble(5)));
                }
            }
        }
    }
}

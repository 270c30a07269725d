package io.smartcrm.recommend.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The products on sale with all that is written about them. */
public final class DescribedProducts {
    private static final String READ = """
        select id, code, name, category, left(content, 5000) from product where name is not null and not withdrawn
        order by number desc limit ?\
        """;

    private DescribedProducts() {}

    /** The latest products, within the connection's transaction. */
    public static List<DescribedProduct> read(Connection connection, int limit) throws SQLException {
        List<DescribedProduct> products = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, limit);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    List<String> category =
                            Arrays.asList((String[]) rows.getArray(4).getArray());
                    products.add(new DescribedProduct(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            category,
                            // The category's own words would tell it.
                            rows.getString(5)
                                    .lines()
                                    .filter(line -> !category.contains(line))
                                    .collect(Collectors.joining("\n"))));
                }
            }
        }
        return products;
    }
}

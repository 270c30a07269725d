package io.smartcrm.recommend.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is written about the products on sale. */
public final class CatalogueTexts {
    private static final String READ = """
        select number, left(content, 5000) from product where name is not null and not withdrawn
        order by number desc limit ?\
        """;
    private static final int FETCH = 5_000;

    private CatalogueTexts() {}

    /**
     * The texts by product number, within the connection's transaction.
     *
     * @param limit most products to read, the latest ones
     */
    public static SortedMap<Integer, String> read(Connection connection, int limit) throws SQLException {
        SortedMap<Integer, String> texts = new TreeMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, limit);
            read.setFetchSize(FETCH);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    texts.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return texts;
    }
}

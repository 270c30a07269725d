package io.smartcrm.recommend.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How often the catalogue has changed.
 *
 * @param revision grows with every batch of product events
 * @param sinceChange by the clock of the database
 */
public record CatalogueState(long revision, Duration sinceChange) {
    private static final String READ =
            "select revision, extract(epoch from clock_timestamp() - change_time) from catalogue_progress";
    private static final String ADVANCE = """
        update catalogue_progress set revision = revision + 1, change_time = clock_timestamp() returning revision\
        """;

    public static CatalogueState read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("catalogue_progress is empty");
            }
            return new CatalogueState(row.getLong(1), Duration.ofMillis(Math.max(0, (long) (1000 * row.getDouble(2)))));
        }
    }

    /**
     * The revision of what the transaction changes. First in it: another one that changes products waits here, so that
     * revisions become visible in their order.
     */
    static long advance(Connection connection) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE);
                ResultSet row = advance.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("catalogue_progress is empty");
            }
            return row.getLong(1);
        }
    }
}

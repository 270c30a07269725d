package io.smartcrm.customer.listing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** How the database would answer a list. */
public final class Plans {
    private final Connection connection;

    /** @param connection to a database that holds enough rows to choose an index for */
    public Plans(Connection connection) {
        this.connection = connection;
    }

    /** The steps, outermost first, as the database writes them. */
    public String of(KeysetSelect select) throws SQLException {
        String sql = "explain (costs off) " + select.sql().replaceAll("\\?\\d+", "?");
        try (var statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Object value : select.parameters()) {
                statement.setObject(place++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            var steps = new StringBuilder();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.append(rows.getString(1)).append('\n');
                }
            }
            return steps.toString();
        }
    }

    /** Fills tables. */
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.smartcrm.customer.listing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be written into a file, however long it is. A bean of the feature that keeps the list implements it.
 */
public interface ExportableList {
    /** In the plural, e.g. {@code customers}. */
    String name();

    /** Who may have all of it. */
    default Set<String> roles() {
        return Set.of("admin", "analyst", "marketer", "agent", "integrator");
    }

    /** In the order of the values of a row. */
    List<String> columns();

    /** @throws io.smartcrm.wire.Failure INVALID when the list cannot be narrowed so */
    void check(String filter);

    /**
     * Hands over every row in the order of the list, in memory that does not grow with them.
     *
     * @param connection in a transaction of its own
     * @param teams whose customers may be seen, of which the empty one is of those that no team has; empty when all may
     */
    void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException;

    /** Takes the values of a row: texts, numbers, booleans, times, lists and maps of them; null where there is none. */
    interface RowWriter {
        void row(List<? extends @Nullable Object> values) throws SQLException, IOException;
    }
}

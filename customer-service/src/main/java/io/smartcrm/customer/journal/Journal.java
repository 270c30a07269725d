package io.smartcrm.customer.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Has the database write down what the rest of a transaction changes, record by record, see V60. */
public final class Journal {
    private static final String OPEN = "select set_config('smartcrm.import_id', ?, true)";

    private Journal() {}

    /** Until the connection's transaction ends. */
    public static void open(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, importId.toString());
            statement.execute();
        }
    }
}

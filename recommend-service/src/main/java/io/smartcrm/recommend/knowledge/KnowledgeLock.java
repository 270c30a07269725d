package io.smartcrm.recommend.knowledge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Lets one instance at a time change the graph, to the end of the connection's transaction. */
final class KnowledgeLock {
    /** Any number that nothing else locks. */
    private static final long KEY = 0x6b6e_6f77;

    private KnowledgeLock() {}

    static boolean tryTake(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

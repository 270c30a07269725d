package io.smartcrm.recommend.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The lock of trainings, held to the end of the connection's transaction. */
final class TrainingLock {
    /** Any number that nothing else locks. */
    private static final long KEY = 0x7261_696e;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String PATIENCE = "set local lock_timeout = '60s'";
    private static final String IMPATIENCE = "set local lock_timeout = '0'";

    private TrainingLock() {}

    /** Waits for the lock for at most a minute; false, with the transaction rolled back, when it is taken even then. */
    static boolean await(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute(PATIENCE);
            boolean taken = lock(connection, "select pg_advisory_xact_lock(?) is not null");
            setting.execute(IMPATIENCE);
            return taken;
        } catch (SQLException failed) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }

    /** Takes the lock if it is free. */
    static boolean tryTake(Connection connection) throws SQLException {
        return lock(connection, "select pg_try_advisory_xact_lock(?)");
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, KEY);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

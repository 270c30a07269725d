package io.smartcrm.customer.importing;

import java.sql.SQLException;
import java.util.List;

/** What the database's error codes mean for an import (PostgreSQL manual, appendix A). */
final class SqlState {
    /** Serialization failure, deadlock, unique violation: another transaction came first. */
    private static final List<String> CONFLICTS = List.of("40001", "40P01", "23505");
    /** Connection, resources such as disk space, operator intervention, system error. */
    private static final List<String> PASSING_CLASSES = List.of("08", "53", "57", "58");

    private SqlState() {}

    static boolean isConflict(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && CONFLICTS.contains(state);
    }

    /** Whether the connection is of no use any more; a failure without a code comes from the connection itself. */
    static boolean isBroken(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether the same may succeed later. */
    static boolean passes(SQLException failed) {
        String state = failed.getSQLState();
        return state == null || isConflict(failed) || PASSING_CLASSES.contains(state.substring(0, 2));
    }
}

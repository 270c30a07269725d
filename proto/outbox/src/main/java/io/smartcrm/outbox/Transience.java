package io.smartcrm.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away or busy from one that refuses. */
final class Transience {
    /** Connection, log-in (a password being changed), rollback by conflict, resources, operator, system. */
    private static final Set<String> CLASSES = Set.of("08", "28", "40", "53", "57", "58");
    /** A lock not available; a server that became read-only because another took over. */
    private static final Set<String> STATES = Set.of("55P03", "25006");

    private Transience() {}

    /** Looks at the first database error in the chain of causes; without one it is no matter of the database. */
    static boolean isTransient(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return isTransient(refused);
            }
        }
        return false;
    }

    private static boolean isTransient(SQLException failed) {
        String state = failed.getSQLState();
        if (failed instanceof SQLTransientException || state == null) {
            return true;
        }
        return STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}

package io.smartcrm.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a database that is away or busy from one that refuses. */
final class Transience {
    private Transience() {}

    /** SQLSTATE classes: 08 connection, 40 rollback by conflict, 53 resources, 57 operator, 55P03 lock. */
    static boolean isTransient(SQLException failed) {
        String state = failed.getSQLState();
        if (failed instanceof SQLTransientException || state == null) {
            return true;
        }
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }
}

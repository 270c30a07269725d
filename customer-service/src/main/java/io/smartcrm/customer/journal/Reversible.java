package io.smartcrm.customer.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How records of one table are taken back. */
public interface Reversible {
    /** Name of the table in the journal. */
    String kind();

    /** Lower goes first. */
    int turn();

    /** Records of one transaction. */
    default int atOnce() {
        return 500;
    }

    /**
     * Undoes what may be undone, with the events that tell the other services, within the connection's transaction.
     *
     * @return how many records are as they were before the import
     */
    long undo(Connection connection, List<RecordChange> changes) throws SQLException;
}

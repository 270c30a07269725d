package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows that stood together in a file, stored as one. */
interface ImportBatch {
    List<RejectedRow> rejected();

    int acceptedRows();

    /** Data rows of the file up to its end: where to go on. */
    long endRow();

    /** Bytes of the stored file that were read so far. */
    long position();

    /** Stores what the rows tell, within the connection's transaction. */
    Stored store(Connection connection, Import job) throws SQLException;

    /** Stores what the rows refer to, within the connection's transaction; what comes back relies on its commit. */
    default Prepared prepare(Connection connection, Import job) throws SQLException {
        return new Prepared(this, Import.Result.NONE);
    }

    /** A batch that has only its own records left to store, and what was changed for it. */
    record Prepared(ImportBatch batch, Import.Result changes) {}

    /**
     * @param refused rows that only the store could refuse
     * @param names of customers and products by their ids, as the file names them
     */
    record Stored(Import.Result changes, List<RejectedRow> refused, Map<UUID, String> names) {
        public Stored {
            refused = List.copyOf(refused);
            names = Map.copyOf(names);
        }
    }
}

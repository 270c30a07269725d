package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileContent;
import io.smartcrm.customer.recordfile.FileLimits;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How files of one kind are read and stored. */
interface EntityImport {
    ImportEntity entity();

    /**
     * Opens a file after recognising what its mapping leaves open.
     *
     * @throws io.smartcrm.customer.recordfile.FileRefusal when it cannot be read with this mapping
     */
    OpenFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException;

    /** Ends a file that was stored to its end; may commit. */
    default void finish(Connection connection, Import job) throws SQLException {}

    /** A file on its way in, read by one thread from front to back. */
    interface OpenFile extends Closeable {
        String encoding();

        String delimiter();

        /** Leaves out rows that an earlier run stored. */
        void skip(long rows);

        /** The next batch, or none at the end. */
        Optional<ImportBatch> next();
    }
}

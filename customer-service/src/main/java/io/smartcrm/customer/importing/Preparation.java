package io.smartcrm.customer.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Stores the customers and products that the next batch names, on a connection of its own, while the orders of the batch
 * before are stored: two cores of the database work instead of one. Whoever stops an import may find them stored without
 * orders; the import counts them, finds them when it goes on, and takes them back when it is reverted.
 */
final class Preparation implements AutoCloseable {
    private final BatchStore store;
    private final Import job;
    private final Connection connection;
    private final int prepareThreshold;

    private Preparation(BatchStore store, Import job, Connection connection, int prepareThreshold) {
        this.store = store;
        this.job = job;
        this.connection = connection;
        this.prepareThreshold = prepareThreshold;
    }

    /** For an import from where it stands. */
    static Preparation open(DataSource database, BatchStore store, Import job) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            return new Preparation(store, job, connection, BatchStore.planEachTime(connection));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Reads the next batch and makes it ready; a dry run stores nothing ahead. */
    Optional<ImportBatch> next(EntityImport.OpenFile file) throws SQLException {
        Optional<ImportBatch> batch = file.next();
        return batch.isEmpty() || job.dryRun() ? batch : Optional.of(store.prepare(connection, job, batch.get()));
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(prepareThreshold);
        }
    }
}

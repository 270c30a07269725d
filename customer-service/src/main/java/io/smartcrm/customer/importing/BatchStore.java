package io.smartcrm.customer.importing;

import io.quarkus.logging.Log;
import io.smartcrm.customer.journal.Journal;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postgresql.PGConnection;

/** Stores one batch of a file, all of it or nothing: its records, rejected rows and how far it is. */
@ApplicationScoped
class BatchStore {
    private static final int MAX_ATTEMPTS = 5;

    private final Vault vault;

    BatchStore(Vault vault) {
        this.vault = vault;
    }

    /**
     * Has statements planned for tables as they are now: a plan made when they were empty reads them whole.
     *
     * @return the threshold that was set before
     */
    static int planEachTime(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int before = postgres.getPrepareThreshold();
        postgres.setPrepareThreshold(0);
        return before;
    }

    /** Commits; answers the job as it is then. */
    Import store(Connection connection, Import job, ImportBatch batch) throws SQLException {
        return committed(
                connection,
                job,
                batch,
                () -> job.dryRun() ? tryOut(connection, job, batch) : storeOnce(connection, job, batch));
    }

    /** Stores and commits what the batch's rows refer to, and counts it; answers the batch that relies on it. */
    ImportBatch prepare(Connection connection, Import job, ImportBatch batch) throws SQLException {
        return committed(connection, job, batch, () -> prepareOnce(connection, job, batch));
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    /** Two imports that are in each other's way try again. */
    private static <T> T committed(Connection connection, Import job, ImportBatch batch, Step<T> step)
            throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = step.run();
                connection.commit();
                return result;
            } catch (SQLException failed) {
                if (SqlState.isBroken(failed)) {
                    // A rollback would wait for ever for a COPY that the broken connection never ends.
                    connection.abort(Runnable::run);
                    throw failed;
                }
                connection.rollback();
                if (!SqlState.isConflict(failed) || attempt == MAX_ATTEMPTS) {
                    throw failed;
                }
                Log.infof(
                        "Import %s stores rows up to %d again: another one was at the same", job.id(), batch.endRow());
            }
        }
    }

    /** What a dry run counted went with its session: it is as before its first row. */
    Import beginAgain(Connection connection, Import job) throws SQLException {
        DryRun.end(connection);
        new RejectionTable(connection, vault).delete(job.id());
        Import restarted = new ImportTable(connection).restart(job.id());
        connection.commit();
        return restarted;
    }

    private static ImportBatch prepareOnce(Connection connection, Import job, ImportBatch batch) throws SQLException {
        Journal.open(connection, job.id().value());
        ImportBatch.Prepared prepared = batch.prepare(connection, job);
        new ImportTable(connection).count(job.id(), prepared.changes());
        return prepared.batch();
    }

    private Import storeOnce(Connection connection, Import job, ImportBatch batch) throws SQLException {
        Journal.open(connection, job.id().value());
        ImportBatch.Stored stored = batch.store(connection, job);
        List<RejectedRow> rejected = rejected(batch, stored);
        new RejectionTable(connection, vault).insert(job.id(), rejected);
        return advance(connection, job, batch, stored, stored.changes(), rejected.size());
    }

    /** Stores, looks at what that did, and takes it back before anybody can see it. */
    private Import tryOut(Connection connection, Import job, ImportBatch batch) throws SQLException {
        var trial = new DryRun(connection, job);
        Journal.open(connection, job.id().value());
        ImportBatch.Stored stored = batch.store(connection, job);
        List<String> changed = trial.changed(stored);
        connection.rollback();
        Import.Result counted = trial.count(stored.changes(), changed);
        List<RejectedRow> rejected = rejected(batch, stored);
        new RejectionTable(connection, vault).insert(job.id(), trial.sample(rejected));
        return advance(connection, job, batch, stored, counted, rejected.size());
    }

    private static Import advance(
            Connection connection,
            Import job,
            ImportBatch batch,
            ImportBatch.Stored stored,
            Import.Result changes,
            int rejected)
            throws SQLException {
        return new ImportTable(connection)
                .advance(
                        job.id(),
                        new Import.Progress(
                                Math.min(batch.position(), job.totalBytes()),
                                batch.endRow(),
                                batch.acceptedRows() - stored.refused().size(),
                                rejected),
                        changes);
    }

    private static List<RejectedRow> rejected(ImportBatch batch, ImportBatch.Stored stored) {
        List<RejectedRow> rejected = new ArrayList<>(batch.rejected());
        rejected.addAll(stored.refused());
        rejected.sort(Comparator.comparingLong(RejectedRow::line));
        return rejected;
    }
}

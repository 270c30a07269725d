package io.smartcrm.customer.importing;

import io.quarkus.logging.Log;
import io.smartcrm.customer.orderfile.Batch;
import io.smartcrm.customer.orderfile.FileLimits;
import io.smartcrm.customer.orderfile.FileRefusal;
import io.smartcrm.customer.orderfile.OrderFile;
import io.smartcrm.customer.orderfile.RejectedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Takes one import from where it stands to its end: a thread reads, the calling one stores. */
@ApplicationScoped
class ImportRun {
    private final ImportFolder folder;
    private final ImportConfig config;
    private final BatchStore store;
    private final Clock clock = Clock.systemUTC();

    ImportRun(ImportFolder folder, ImportConfig config, BatchStore store) {
        this.folder = folder;
        this.config = config;
        this.store = store;
    }

    /**
     * Runs until the import ends, or until it is to pause: then it goes on another time.
     *
     * @param connection of this run alone, not in auto-commit
     * @throws SQLException when the database failed in a way that may pass
     */
    void run(Connection connection, Import job, BooleanSupplier paused) throws SQLException, InterruptedException {
        try {
            storeAll(connection, job, paused);
        } catch (FileRefusal refused) {
            end(connection, job, ImportState.FAILED, refused.text());
        } catch (NoSuchFileException gone) {
            end(connection, job, ImportState.FAILED, "the uploaded file is no longer there; send it again");
        } catch (IOException unreadable) {
            Log.errorf(unreadable, "The file of import %s cannot be read", job.id());
            end(connection, job, ImportState.FAILED, "the uploaded file cannot be read on our side; send it again");
        }
    }

    private void storeAll(Connection connection, Import job, BooleanSupplier paused)
            throws SQLException, IOException, InterruptedException {
        if (job.cancelRequested()) {
            end(connection, job, ImportState.CANCELLED, "");
            return;
        }
        try (var file = OrderFile.open(folder.file(job.id()), job.mapping(), limits());
                var batches = readFrom(connection, job, file)) {
            Optional<Batch> batch = batches.take();
            while (batch.isPresent()) {
                Import advanced = store.store(connection, job, batch.get());
                refuseWhenNothingFits(advanced, batch.get());
                if (advanced.cancelRequested()) {
                    end(connection, job, ImportState.CANCELLED, "");
                    return;
                }
                if (paused.getAsBoolean()) {
                    return;
                }
                batch = batches.take();
            }
            store.finish(connection, job);
            end(connection, job, ImportState.SUCCEEDED, "");
        }
    }

    private ReadAhead readFrom(Connection connection, Import job, OrderFile file) throws SQLException {
        new ImportTable(connection).recognised(job.id(), file.encoding(), file.delimiter());
        connection.commit();
        file.skip(job.progress().readRows());
        return new ReadAhead(file, job.id());
    }

    /** A mapping that names wrong columns rejects every row: that is told at once, not after a million of them. */
    private static void refuseWhenNothingFits(Import job, Batch batch) {
        boolean firstBatch = job.progress().acceptedRows() == 0
                && job.progress().rejectedRows() == batch.rejected().size();
        if (!firstBatch || batch.rejected().isEmpty()) {
            return;
        }
        RejectedRow first = batch.rejected().get(0);
        String where = first.column().isEmpty() ? "it" : "column '" + first.column() + "' with '" + first.value() + "'";
        throw new FileRefusal("none of the first " + batch.endRow() + " rows could be used; the first, in line "
                + first.line() + ": " + where + " " + first.reason() + "; is the mapping right?");
    }

    private void end(Connection connection, Import job, ImportState state, String failure) throws SQLException {
        connection.rollback();
        new ImportTable(connection).end(job.id(), state, failure, clock.instant());
        connection.commit();
        folder.delete(job.id());
        Log.infof("Import %s ended: %s", job.id(), state);
    }

    /** Ends an import that a defect of ours stopped. */
    void giveUp(Connection connection, Import job) throws SQLException {
        end(
                connection,
                job,
                ImportState.FAILED,
                "something went wrong on our side; it has been logged with import " + job.id());
    }

    private FileLimits limits() {
        return new FileLimits(
                config.maxUnpackedBytes(), config.maxPackingRatio(), config.maxLineCharacters(), config.batchRows());
    }
}

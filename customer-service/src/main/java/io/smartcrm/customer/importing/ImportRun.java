package io.smartcrm.customer.importing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smartcrm.customer.journal.Journal;
import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.FileRefusal;
import io.smartcrm.customer.recordfile.RejectedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Takes one import from where it stands to its end: a thread reads, the calling one stores. */
@ApplicationScoped
class ImportRun {
    private final DataSource database;
    private final ImportFolder folder;
    private final ImportConfig config;
    private final BatchStore store;
    private final Reversal reversal;
    private final Map<ImportEntity, EntityImport> entities = new EnumMap<>(ImportEntity.class);
    private final Clock clock = Clock.systemUTC();

    ImportRun(
            AgroalDataSource database,
            ImportFolder folder,
            ImportConfig config,
            BatchStore store,
            Reversal reversal,
            @All List<EntityImport> entities) {
        this.database = database;
        this.folder = folder;
        this.config = config;
        this.store = store;
        this.reversal = reversal;
        entities.forEach(entity -> this.entities.put(entity.entity(), entity));
    }

    /**
     * Runs until the import ends, or until it is to pause: then it goes on another time.
     *
     * @param connection of this run alone, not in auto-commit
     * @throws SQLException when the database failed in a way that may pass
     */
    void run(Connection connection, Import job, BooleanSupplier paused) throws SQLException, InterruptedException {
        try {
            if (job.state() == ImportState.REVERTING) {
                reversal.run(connection, job, paused);
                return;
            }
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

    private void storeAll(Connection connection, Import claimed, BooleanSupplier paused)
            throws SQLException, IOException, InterruptedException {
        Import job = claimed.dryRun() ? store.beginAgain(connection, claimed) : claimed;
        if (job.cancelRequested()) {
            end(connection, job, ImportState.CANCELLED, "");
            return;
        }
        EntityImport entity = entity(job);
        try (var file = entity.open(() -> Files.newInputStream(folder.file(job.id())), job.mapping(), limits());
                var preparation = Preparation.open(database, store, job);
                var batches = readFrom(connection, job, file, preparation)) {
            Optional<ImportBatch> batch = batches.take();
            Import last = job;
            while (batch.isPresent()) {
                Import advanced = store.store(connection, last, batch.get());
                last = advanced;
                refuseWhenNothingFits(advanced, batch.get());
                if (advanced.cancelRequested()) {
                    end(connection, job, ImportState.CANCELLED, "");
                    return;
                }
                if (!job.dryRun() && paused.getAsBoolean()) {
                    return;
                }
                batch = batches.take();
            }
            if (!job.dryRun()) {
                Journal.open(connection, job.id().value());
                entity.finish(connection, job);
                connection.commit();
            }
            end(connection, job, ImportState.SUCCEEDED, "");
        }
    }

    private EntityImport entity(Import job) {
        EntityImport entity = entities.get(job.entity());
        if (entity == null) {
            throw new IllegalStateException("nobody imports " + job.entity());
        }
        return entity;
    }

    private static ReadAhead readFrom(
            Connection connection, Import job, EntityImport.OpenFile file, Preparation preparation)
            throws SQLException {
        new ImportTable(connection).recognised(job.id(), file.encoding(), file.delimiter());
        connection.commit();
        file.skip(job.progress().readRows());
        return new ReadAhead(file, preparation, job.id());
    }

    /** A mapping that names wrong columns rejects every row: that is told at once, not after a million of them. */
    private static void refuseWhenNothingFits(Import job, ImportBatch batch) {
        boolean firstBatch = job.progress().acceptedRows() == 0
                && job.progress().rejectedRows() == batch.rejected().size();
        if (!firstBatch || batch.rejected().isEmpty()) {
            return;
        }
        RejectedRow first = batch.rejected().get(0);
        String where = first.column().isEmpty() ? "" : ", column '" + first.column() + "'";
        throw new FileRefusal("none of the first " + batch.endRow() + " rows could be used; the first is in line "
                + first.line() + where + "; is the mapping right? The rejected rows say what is wrong");
    }

    private void end(Connection connection, Import job, ImportState state, String failure) throws SQLException {
        connection.rollback();
        if (job.dryRun()) {
            DryRun.end(connection);
        }
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

package io.smartcrm.customer.exporting;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Writes one export from its first row to its last, all rows as they were at one moment. */
@ApplicationScoped
class ExportRun {
    private static final int ROWS_A_STEP = 5_000;

    private final AgroalDataSource database;
    private final ExportFolder folder;
    private final ExportConfig config;
    private final Vault vault;
    private final Map<String, ExportableList> lists = new HashMap<>();
    private final Clock clock = Clock.systemUTC();

    ExportRun(
            AgroalDataSource database,
            ExportFolder folder,
            ExportConfig config,
            Vault vault,
            @All List<ExportableList> lists) {
        this.database = database;
        this.folder = folder;
        this.config = config;
        this.vault = vault;
        lists.forEach(list -> this.lists.put(list.name(), list));
    }

    /** @throws Failure INVALID when there is no list of that name */
    ExportableList list(String name) {
        ExportableList list = lists.get(name);
        if (list == null) {
            throw Failure.invalid("list", "'" + name + "' cannot be exported; these can: " + lists.keySet());
        }
        return list;
    }

    /** Leaves a file before its end, without a stack trace. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Runs until the export ends, or until it is to stop: then it begins again another time.
     *
     * @param jobs in auto-commit, for what is told of the progress
     */
    void run(Connection jobs, Export job, BooleanSupplier stopping) throws SQLException {
        var table = new ExportTable(jobs, vault);
        var progress = new Progress(table, job, stopping);
        try (Connection rows = database.getConnection()) {
            rows.setAutoCommit(false);
            rows.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                write(rows, job, progress);
            } finally {
                rows.rollback();
                rows.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            long bytes = folder.finish(job.id());
            var now = clock.instant();
            if (!table.end(job, Export.State.SUCCEEDED, progress.rows, bytes, "", now, now.plus(config.keep()))) {
                folder.delete(job.id());
            }
        } catch (Stopped stopped) {
            Log.infof("Export %s stops after %d rows: %s", job.id(), progress.rows, stopped.getMessage());
            folder.delete(job.id());
        } catch (Failure failed) {
            end(table, job, progress, String.valueOf(failed.getMessage()));
        } catch (IOException unwritable) {
            Log.errorf(unwritable, "The file of export %s cannot be written", job.id());
            end(table, job, progress, "the file could not be written on our side; ask again later");
        }
    }

    /** Ends an export that a defect of ours stopped. */
    void giveUp(Connection jobs, Export job) throws SQLException {
        end(
                new ExportTable(jobs, vault),
                job,
                new Progress(new ExportTable(jobs, vault), job, () -> true),
                "something went wrong on our side; it has been logged with export " + job.id());
    }

    private void end(ExportTable table, Export job, Progress progress, String failure) throws SQLException {
        folder.delete(job.id());
        var now = clock.instant();
        table.end(job, Export.State.FAILED, progress.rows, 0, failure, now, now);
    }

    private void write(Connection rows, Export job, Progress progress) throws SQLException, IOException {
        ExportableList list = list(job.list());
        try (var file = new ExportFile(folder.begin(job.id()), job.format(), job.gzip(), list.columns())) {
            list.write(rows, job.filter(), job.teams(), values -> {
                file.write(values);
                progress.step(file.bytes());
            });
        }
    }

    private final class Progress {
        private final ExportTable table;
        private final Export job;
        private final BooleanSupplier stopping;
        private long rows;

        Progress(ExportTable table, Export job, BooleanSupplier stopping) {
            this.table = table;
            this.job = job;
            this.stopping = stopping;
        }

        void step(long bytes) throws SQLException {
            rows++;
            if (rows % ROWS_A_STEP != 0) {
                return;
            }
            if (bytes > config.maxFileBytes()) {
                throw new Failure(
                        Failure.Kind.TOO_LARGE,
                        "FILE_TOO_LARGE",
                        "the file grows over " + config.maxFileBytes() + " bytes; narrow the list by a filter");
            }
            if (stopping.getAsBoolean()) {
                throw new Stopped("the service stops");
            }
            if (!table.advance(job.id(), rows)) {
                throw new Stopped("it was cancelled");
            }
        }
    }
}

package io.smartcrm.customer.importing;

import io.smartcrm.customer.importing.ImportTable.Request;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes files in, and tells how their imports go. Blocks: for worker threads. */
@ApplicationScoped
public class Imports {
    private static final int MAX_FILE_NAME = 255;
    private static final int MAX_REQUEST_ID = 200;

    private final Database database;
    private final ImportFolder folder;
    private final ImportWorkers workers;
    private final ImportConfig config;
    private final Vault vault;
    private final Clock clock = Clock.systemUTC();

    Imports(Database database, ImportFolder folder, ImportWorkers workers, ImportConfig config, Vault vault) {
        this.database = database;
        this.folder = folder;
        this.workers = workers;
        this.config = config;
        this.vault = vault;
    }

    /** Begins to receive a file. */
    Upload receive(String principal, String requestId, String fileName, ColumnMapping mapping, boolean dryRun) {
        if (fileName.isBlank()
                || fileName.length() > MAX_FILE_NAME
                || fileName.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("fileName", "must be 1 to " + MAX_FILE_NAME + " printable characters");
        }
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        return new Upload(principal, requestId, fileName, mapping, dryRun);
    }

    Import get(ImportId id) {
        return database.transaction(connection -> new ImportTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("import", id.toString()));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Import> list(Optional<TimePosition> after, int size) {
        return database.transaction(connection -> new ImportTable(connection).list(after, size + 1));
    }

    /** Stops it after the batch that it is at; what is stored stays stored. Twice is once. */
    void cancel(Connection connection, ImportId id) throws SQLException {
        var table = new ImportTable(connection);
        Import job = table.find(id).orElseThrow(() -> Failure.notFound("import", id.toString()));
        if (job.state() != ImportState.WAITING
                && job.state() != ImportState.RUNNING
                && job.state() != ImportState.CANCELLED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IMPORT_ENDED",
                    "import '" + id + "' ended before: " + job.state() + "; nothing is left to cancel");
        }
        table.cancel(id, clock.instant());
    }

    /** As it is once its cancellation is committed; nobody needs the file of one that never began. */
    Import cancelled(ImportId id) {
        Import job = get(id);
        if (job.state().ended()) {
            folder.delete(id);
        }
        return job;
    }

    /** Has an ended import taken back. Twice is once. */
    void revert(Connection connection, ImportId id) throws SQLException {
        var table = new ImportTable(connection);
        Import job = table.find(id).orElseThrow(() -> Failure.notFound("import", id.toString()));
        boolean reverting = !job.dryRun() && table.revert(id, clock.instant());
        if (!reverting && job.state() != ImportState.REVERTING && job.state() != ImportState.REVERTED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IMPORT_NOT_REVERTIBLE",
                    job.dryRun()
                            ? "import '" + id + "' was a dry run: there is nothing to take back"
                            : "import '" + id + "' is " + job.state() + "; cancel it or wait for its end");
        }
    }

    /** As it is once the wish to take it back is committed. */
    Import reverting(ImportId id) {
        workers.call();
        return get(id);
    }

    /** In the order of lines. */
    List<RejectionTable.Placed> rejectedRows(ImportId id, long afterLine, long afterPlace, int limit) {
        return database.transaction(
                connection -> new RejectionTable(connection, vault).page(id, afterLine, afterPlace, limit));
    }

    /** A file on its way in. Blocks: for worker threads; not for two at once. */
    final class Upload {
        private final ImportId id = ImportId.next();
        private final String principal;
        private final String requestId;
        private final String fileName;
        private final ColumnMapping mapping;
        private final boolean dryRun;
        private final UploadedFile file;

        private Upload(String principal, String requestId, String fileName, ColumnMapping mapping, boolean dryRun) {
            this.principal = principal;
            this.requestId = requestId;
            this.fileName = fileName;
            this.mapping = mapping;
            this.dryRun = dryRun;
            try {
                file = new UploadedFile(
                        folder.part(id), folder.file(id), config.maxFileBytes(), fileName + "\n" + mapping + dryRun);
            } catch (IOException failed) {
                throw new UncheckedIOException("an upload cannot be written", failed);
            }
        }

        UploadedFile file() {
            return file;
        }

        /** Hands the complete file to the workers; a repeated request gets the import it asked for before. */
        Import complete() throws IOException {
            String hash = file.complete();
            var job = Import.waiting(
                    id, fileName, mapping, dryRun, file.bytes(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            var request = new Request(principal, requestId, hash);
            boolean stored = false;
            try {
                stored = database.transaction(connection -> new ImportTable(connection).insert(job, request));
            } finally {
                if (!stored) {
                    folder.delete(id);
                }
            }
            if (!stored) {
                return answered(request);
            }
            workers.call();
            return job;
        }

        private Import answered(Request request) {
            var answered = database.transaction(connection -> new ImportTable(connection).answered(request));
            if (!answered.same()) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "IDEMPOTENCY_KEY_REUSED",
                        "'" + requestId + "' was used for another file or mapping; choose a new key");
            }
            return answered.job();
        }
    }
}

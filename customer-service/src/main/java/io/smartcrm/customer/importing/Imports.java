package io.smartcrm.customer.importing;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.customer.importing.ImportTable.Request;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.orderfile.ColumnMapping;
import io.smartcrm.customer.orderfile.RejectedRow;
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

    private final AgroalDataSource database;
    private final ImportFolder folder;
    private final ImportWorkers workers;
    private final ImportConfig config;
    private final Clock clock = Clock.systemUTC();

    Imports(AgroalDataSource database, ImportFolder folder, ImportWorkers workers, ImportConfig config) {
        this.database = database;
        this.folder = folder;
        this.workers = workers;
        this.config = config;
    }

    /** Begins to receive a file. */
    Upload receive(String principal, String requestId, String fileName, ColumnMapping mapping) {
        if (fileName.isBlank()
                || fileName.length() > MAX_FILE_NAME
                || fileName.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("fileName", "must be 1 to " + MAX_FILE_NAME + " printable characters");
        }
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        return new Upload(principal, requestId, fileName, mapping);
    }

    Import get(ImportId id) {
        return inDatabase(connection -> new ImportTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("import", id.toString()));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Import> list(Optional<TimePosition> after, int size) {
        return inDatabase(connection -> new ImportTable(connection).list(after, size + 1));
    }

    /** Stops it after the batch that it is at; what is stored stays stored. Twice is once. */
    Import cancel(ImportId id) {
        Import job = get(id);
        if (job.state() == ImportState.SUCCEEDED || job.state() == ImportState.FAILED) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IMPORT_ENDED",
                    "import '" + id + "' ended before: " + job.state() + "; nothing is left to cancel");
        }
        Import cancelled = inDatabase(connection -> {
                    var table = new ImportTable(connection);
                    table.cancel(id, clock.instant());
                    return table.find(id);
                })
                .orElseThrow(() -> Failure.notFound("import", id.toString()));
        if (cancelled.state().ended()) {
            folder.delete(id);
        }
        return cancelled;
    }

    /** In the order of lines. */
    List<RejectedRow> rejectedRows(ImportId id, long afterLine, int limit) {
        return inDatabase(connection -> new RejectionTable(connection).page(id, afterLine, limit));
    }

    /** A file on its way in. Blocks: for worker threads; not for two at once. */
    final class Upload {
        private final ImportId id = ImportId.next();
        private final String principal;
        private final String requestId;
        private final String fileName;
        private final ColumnMapping mapping;
        private final UploadedFile file;

        private Upload(String principal, String requestId, String fileName, ColumnMapping mapping) {
            this.principal = principal;
            this.requestId = requestId;
            this.fileName = fileName;
            this.mapping = mapping;
            try {
                file = new UploadedFile(
                        folder.part(id), folder.file(id), config.maxFileBytes(), fileName + "\n" + mapping);
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
            var job = new Import(
                    id,
                    fileName,
                    ImportState.WAITING,
                    mapping,
                    file.bytes(),
                    new Import.Progress(0, 0, 0, 0),
                    new Import.Result(0, 0, 0, 0, 0, 0),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "",
                    "",
                    false);
            var request = new Request(principal, requestId, hash);
            boolean stored = false;
            try {
                stored = inDatabase(connection -> new ImportTable(connection).insert(job, request));
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
            var answered = inDatabase(connection -> new ImportTable(connection).answered(request));
            if (!answered.same()) {
                throw new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "IDEMPOTENCY_KEY_REUSED",
                        "'" + requestId + "' was used for another file or mapping; choose a new key");
            }
            return answered.job();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            if (SqlState.passes(failed)) {
                var away = new Failure(
                        Failure.Kind.UNAVAILABLE, "DATABASE_AWAY", "the database does not answer; try again shortly");
                away.initCause(failed);
                throw away;
            }
            throw new IllegalStateException("the database refused", failed);
        }
    }
}

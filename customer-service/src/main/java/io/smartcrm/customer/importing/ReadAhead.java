package io.smartcrm.customer.importing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes the next batch of a file ready on a thread of its own while the last one is being stored; never more than one. */
final class ReadAhead implements AutoCloseable {
    private static final long CLOSE_SECONDS = 30;

    private final EntityImport.OpenFile file;
    private final Preparation preparation;
    private final ExecutorService reader;
    private Future<Optional<ImportBatch>> next;

    ReadAhead(EntityImport.OpenFile file, Preparation preparation, ImportId id) {
        this.file = file;
        this.preparation = preparation;
        this.reader = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "import-reader-" + id);
            thread.setDaemon(true);
            return thread;
        });
        this.next = reader.submit(this::read);
    }

    private Optional<ImportBatch> read() throws SQLException {
        return preparation.next(file);
    }

    /** The next batch, or none at the end of the file. */
    Optional<ImportBatch> take() throws IOException, SQLException, InterruptedException {
        try {
            Optional<ImportBatch> taken = next.get();
            if (taken.isPresent()) {
                next = reader.submit(this::read);
            }
            return taken;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            if (failed.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IOException("the file cannot be read", failed.getCause());
        }
    }

    /** Waits for the batch that is being read: its file closes next. */
    @Override
    public void close() {
        reader.shutdown();
        try {
            if (!reader.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                reader.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            reader.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

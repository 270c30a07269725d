package io.smartcrm.customer.importing;

import io.smartcrm.customer.importing.ImportTable.Request;
import io.smartcrm.customer.order.OrderBulk;
import io.smartcrm.customer.orderfile.Batch;
import io.smartcrm.customer.orderfile.ColumnMapping;
import io.smartcrm.customer.orderfile.FileLimits;
import io.smartcrm.customer.orderfile.OrderFile;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.ProfileSeal;
import io.smartcrm.customer.vault.BlindIndex;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * An import without the service around it, on a database of its own: what the benchmark measures. It receives, reads and
 * stores as the service does; only the wire and the relay are not there.
 */
public final class LoneImport {
    private static final FileLimits LIMITS = new FileLimits(16L << 30, 200, 1 << 20, 50_000);
    private static final int PIECE = 1 << 18;

    private final Path folder;
    private final Clock clock;
    private final BatchStore store;

    /** @param folder where the file is received, as uploads are */
    public LoneImport(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        var outbox = new Outbox();
        this.store = new BatchStore(
                customers(outbox, Vault.open(folder.resolve("vault"))), new ProductBulk(outbox), new OrderBulk(outbox));
    }

    private static CustomerBulk customers(Outbox outbox, Vault vault) {
        return new CustomerBulk(outbox, vault, new ProfileSeal(new BlindIndex(vault)));
    }

    /** What was read, and what of it was not taken. */
    public record Outcome(long rows, long rejected) {}

    /** Makes the tables of the service. */
    public static void migrate(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/outbox", "classpath:db/migration")
                .load()
                .migrate();
    }

    /**
     * Receives and imports a file.
     *
     * @param connection not in auto-commit
     * @throws io.smartcrm.customer.orderfile.FileRefusal when the file cannot be used with this mapping
     */
    public Outcome run(Connection connection, Path file, ColumnMapping mapping)
            throws IOException, SQLException, InterruptedException {
        var id = ImportId.next();
        Path received = folder.resolve(id + ".orders");
        var table = new ImportTable(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BatchStore.planEachTime(connection);
        String hash = receive(file, folder.resolve(id + ".part"), received);
        var waiting = new Import(
                id,
                file.toString(),
                ImportState.WAITING,
                mapping,
                Files.size(received),
                new Import.Progress(0, 0, 0, 0),
                new Import.Result(0, 0, 0, 0, 0, 0),
                now,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                false);
        table.insert(waiting, new Request("import-speed", "", hash));
        Import job = table.start(id, now).orElseThrow();
        connection.commit();
        Import ended = storeAll(connection, job, received);
        table.end(id, ImportState.SUCCEEDED, "", clock.instant());
        connection.commit();
        Files.delete(received);
        return new Outcome(ended.progress().readRows(), ended.progress().rejectedRows());
    }

    private static String receive(Path file, Path part, Path received) throws IOException {
        var upload = new UploadedFile(part, received, Long.MAX_VALUE, "");
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try (FileChannel source = FileChannel.open(file)) {
            while (source.read(piece.clear()) >= 0) {
                upload.write(piece.flip());
            }
        }
        return upload.complete();
    }

    private Import storeAll(Connection connection, Import job, Path received)
            throws IOException, SQLException, InterruptedException {
        Import last = job;
        try (var file = OrderFile.open(received, job.mapping(), LIMITS);
                var batches = new ReadAhead(file, job.id())) {
            Optional<Batch> batch = batches.take();
            while (batch.isPresent()) {
                last = store.store(connection, job, batch.get());
                batch = batches.take();
            }
            store.finish(connection, job);
        }
        return last;
    }
}

package io.smartcrm.customer.importing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.importing.ImportTable.Request;
import io.smartcrm.customer.journal.Journal;
import io.smartcrm.customer.order.OrderBulk;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.ProfileSeal;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileLimits;
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
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
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
    private final Map<ImportEntity, EntityImport> entities;

    /** @param folder where the file is received, as uploads are */
    public LoneImport(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        var outbox = new Outbox();
        Vault vault = Vault.open(folder.resolve("vault"));
        this.store = new BatchStore(vault);
        var customers = customers(outbox, vault);
        var products = new ProductBulk(outbox);
        this.entities = Map.of(
                ImportEntity.ORDERS, new OrderImport(customers, products, new OrderBulk(outbox)),
                ImportEntity.CUSTOMERS, new CustomerImport(customers),
                ImportEntity.PRODUCTS, new ProductImport(products));
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

    /** How the columns of a file of orders, customers or products become fields. */
    public static ColumnMapping mapping(
            String entity,
            Map<String, String> columns,
            String defaultCurrency,
            String creditNotePrefix,
            String timeZone,
            String encoding,
            String delimiter,
            String customerNamespace) {
        var shape = ImportEntity.named(entity).shape();
        return new ColumnMapping(
                shape,
                ColumnMapping.columnsByLabel(shape, columns),
                defaultCurrency,
                creditNotePrefix,
                timeZone,
                encoding,
                delimiter,
                customerNamespace);
    }

    /**
     * Receives and imports a file.
     *
     * @throws io.smartcrm.customer.recordfile.FileRefusal when the file cannot be used with this mapping
     */
    public Outcome run(DataSource database, Path file, ColumnMapping mapping)
            throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return run(database, connection, file, mapping);
        }
    }

    private Outcome run(DataSource database, Connection connection, Path file, ColumnMapping mapping)
            throws IOException, SQLException, InterruptedException {
        var id = ImportId.next();
        Path received = folder.resolve(id + ".orders");
        var table = new ImportTable(connection);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BatchStore.planEachTime(connection);
        String hash = receive(file, folder.resolve(id + ".part"), received);
        var waiting = Import.waiting(id, file.toString(), mapping, false, Files.size(received), now);
        table.insert(waiting, new Request("import-speed", "", hash));
        Import job = table.start(id, now).orElseThrow();
        connection.commit();
        Import ended = storeAll(database, connection, job, received);
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

    private Import storeAll(DataSource database, Connection connection, Import job, Path received)
            throws IOException, SQLException, InterruptedException {
        EntityImport entity = requireNonNull(entities.get(job.entity()), "nobody imports these alone");
        Import last = job;
        try (var opened = entity.open(() -> Files.newInputStream(received), job.mapping(), LIMITS);
                var preparation = Preparation.open(database, store, job);
                var batches = new ReadAhead(opened, preparation, job.id())) {
            Optional<ImportBatch> batch = batches.take();
            while (batch.isPresent()) {
                last = store.store(connection, last, batch.get());
                batch = batches.take();
            }
            Journal.open(connection, job.id().value());
            entity.finish(connection, job);
        }
        return last;
    }
}

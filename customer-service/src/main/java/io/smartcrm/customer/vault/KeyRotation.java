package io.smartcrm.customer.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Changes the key-encryption key while everything goes on: first the new key, then each data key is wrapped by it, a batch
 * a transaction. A rotation that a crash ended goes on at the next start. Blocks: for worker threads.
 */
@ApplicationScoped
class KeyRotation {
    private static final UUID FIRST = new UUID(0, 0);

    private final AgroalDataSource database;
    private final VaultConfig config;
    private final Vault vault;
    private final AtomicBoolean running = new AtomicBoolean();

    KeyRotation(AgroalDataSource database, VaultConfig config, Vault vault) {
        this.database = database;
        this.config = config;
        this.vault = vault;
    }

    /**
     * How far the last rotation is.
     *
     * @param waiting data keys that an older version wrapped
     */
    record Progress(int version, long keys, long waiting, Instant since) {}

    /** Customers whose keys cannot be opened must not go unnoticed, nor be mixed with new ones under another key. */
    void start(@Observes @Priority(1) StartupEvent event) throws SQLException {
        boolean lost = !Keyring.exists(config.folder()) && count(1).all() > 0;
        if (lost) {
            throw new IllegalStateException("the database holds sealed data, but " + config.folder()
                    + " holds no keys: give smartcrm.vault.folder the folder that was in use, or restore it");
        }
        if (count(vault.keyring().keys().version()).old() > 0) {
            rewrap();
        }
    }

    Progress rotate() throws SQLException {
        vault.keyring().rotate();
        rewrap();
        return progress();
    }

    Progress progress() throws SQLException {
        Keyring.Keys keys = vault.keyring().keys();
        DataKeyTable.Count count = count(keys.version());
        return new Progress(keys.version(), count.all(), count.old(), keys.since());
    }

    /** Begins in the background unless it goes on already, and then it sees the new key too. */
    private void rewrap() {
        if (running.compareAndSet(false, true)) {
            var worker = new Thread(this::rewrapAll, "key-rotation");
            worker.setDaemon(true);
            worker.start();
        }
    }

    private void rewrapAll() {
        try {
            int version = 0;
            while (version != vault.keyring().keys().version()) {
                version = vault.keyring().keys().version();
                Log.infof("Data keys are wrapped by version %d: %d", version, rewrapAll(version));
            }
        } catch (SQLException | RuntimeException failed) {
            Log.errorf(failed, "Data keys wait for the new key-encryption key; a restart or a new rotation goes on");
        } finally {
            running.set(false);
        }
    }

    private long rewrapAll(int version) throws SQLException {
        long done = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var table = new DataKeyTable(connection);
            UUID last = FIRST;
            List<DataKeyRow> old = table.oldAfter(last, version, config.rotationBatch());
            while (!old.isEmpty()) {
                table.replace(old.stream()
                        .map(row -> vault.wrap(row.customerId, vault.unwrap(row)))
                        .toList());
                connection.commit();
                done += old.size();
                last = old.get(old.size() - 1).customerId;
                old = table.oldAfter(last, version, config.rotationBatch());
            }
            connection.commit();
        }
        return done;
    }

    private DataKeyTable.Count count(int version) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new DataKeyTable(connection).count(version);
        }
    }
}

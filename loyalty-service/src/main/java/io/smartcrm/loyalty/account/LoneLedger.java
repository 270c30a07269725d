package io.smartcrm.loyalty.account;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;

/**
 * The ledger without the service around it, on a database of its own: what the benchmark measures. Commands are carried out
 * as in the service; only the wire is not there.
 */
public final class LoneLedger implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final String ACTOR = "ledger-load";

    private final AgroalDataSource connections;
    private final Postings postings;
    private final Database database;

    /** Makes the tables, and begins. */
    public LoneLedger(String url, String user, String password) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/outbox", "classpath:db/migration")
                .load()
                .migrate();
        connections = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
        database = new Database(connections);
        postings = new Postings(database);
        postings.start();
    }

    /** Credits points; the same key again credits nothing. */
    public void grant(UUID customer, long points, String key) {
        post(key, new Command.Adjust(customer, points, Lot.NEVER, "", ACTOR));
    }

    /** The transaction that paid; empty when there were too few points. Waits for the commit. */
    public Optional<UUID> spend(UUID customer, long points, String key) {
        return post(key, new Command.Spend(customer, points, "", ACTOR));
    }

    private Optional<UUID> post(String key, Command command) {
        try {
            return Optional.of(postings.post(new Posting(Optional.of(key), command.toString(), command))
                    .subscribeAsCompletionStage()
                    .join()
                    .id());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Failure refused && refused.kind() == Failure.Kind.UNPROCESSABLE) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    public long available(UUID customer) {
        return database.transaction(connection ->
                new AccountTable(connection).find(customer).balance().available());
    }

    public Verification verify() {
        return database.transaction(connection -> new LedgerVerification(connection).verify());
    }

    @Override
    public void close() {
        try {
            postings.stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}

package io.smartcrm.customer.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.vault.BlindIndex;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.local.testing.PostgresTestResource;
import io.smartcrm.outbox.Outbox;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** A database of the service and its vault, without the service. */
final class SealedDatabase implements AutoCloseable {
    final Connection connection;
    final Vault vault;
    final ProfileSeal seal;
    final CustomerBulk bulk;
    final CustomerRecords records;
    final ProfileHolding holding;
    private final Map<String, String> settings = new PostgresTestResource().start();

    /** @param version of the schema, such as {@code 10}, or {@code latest} */
    SealedDatabase(Path folder, String version) throws SQLException {
        migrate(version);
        connection = DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        connection.setAutoCommit(false);
        vault = Vault.open(folder);
        seal = new ProfileSeal(new BlindIndex(vault));
        var outbox = new Outbox();
        bulk = new CustomerBulk(outbox, vault, seal);
        records = new CustomerRecords(outbox, vault, seal);
        holding = new ProfileHolding(records, vault, outbox);
    }

    /** What is repeated needs the newest tables, so an older schema goes without. */
    void migrate(String version) {
        Flyway.configure()
                .repeatableSqlMigrationPrefix(version.equals("latest") ? "R" : "without")
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .locations("classpath:db/outbox", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    /** All that the tables hold, as a dump would write it. */
    String dump() throws Exception {
        var dump = new ByteArrayOutputStream();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : texts("select relname from pg_class where relkind = 'r' and relnamespace ="
                + " (select oid from pg_namespace where nspname = 'public')")) {
            copy.copyOut("copy " + table + " to stdout", dump);
        }
        return dump.toString(UTF_8);
    }

    private String setting(String name) {
        return requireNonNull(settings.get("quarkus.datasource." + name), name);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

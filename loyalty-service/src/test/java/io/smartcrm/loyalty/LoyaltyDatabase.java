package io.smartcrm.loyalty;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smartcrm.local.testing.PostgresTestResource;
import io.smartcrm.outbox.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** An empty database of the service for one test class, which no running service touches. */
public final class LoyaltyDatabase {
    private final String url;
    private final String user;
    private final String password;

    private LoyaltyDatabase(Map<String, String> settings) {
        url = settings.get("quarkus.datasource.jdbc.url");
        user = settings.get("quarkus.datasource.username");
        password = settings.get("quarkus.datasource.password");
    }

    public static LoyaltyDatabase create() {
        var database = new LoyaltyDatabase(new PostgresTestResource().start());
        Flyway.configure()
                .dataSource(database.url, database.user, database.password)
                .locations("db/outbox", "db/migration")
                .load()
                .migrate();
        return database;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** As the service has it. */
    public Database pool() throws SQLException {
        return new Database(AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password))))));
    }

    /** Runs statements without parameters. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as the text of its columns. */
    public List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}

package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The superuser of a PostgreSQL server on the loopback address: makes databases, says whether the server answers. */
public record PostgresAdmin(int port, String password) {
    static final String USER = "postgres";

    public PostgresAdmin {
        requireNonNull(password, "password is null");
    }

    /** Creates the database and its role unless they are there; the role enters no other database of the suite. */
    public void create(Database database) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.user())) {
                statement.execute("CREATE ROLE " + database.user() + " LOGIN");
            }
            statement.execute("ALTER ROLE " + database.user() + " PASSWORD '" + database.password() + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
                statement.execute("CREATE DATABASE " + database.name() + " OWNER " + database.user());
                statement.execute("REVOKE ALL ON DATABASE " + database.name() + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            String reason = "cannot create the database " + database.name() + " (" + e.getMessage() + ")";
            throw new PartFailure(LocalPostgres.PART, reason, e);
        }
    }

    public String jdbcUrl(Database database) {
        return "jdbc:" + reactiveUrl(database);
    }

    public String reactiveUrl(Database database) {
        return "postgresql://" + Ports.HOST + ":" + port + "/" + database.name();
    }

    boolean answers() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1")) {
            return result.next();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {Ports.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(USER);
        source.setUser(USER);
        source.setPassword(password);
        return source.getConnection();
    }

    @Override
    public String toString() {
        return "PostgresAdmin[port=" + port + "]";
    }
}

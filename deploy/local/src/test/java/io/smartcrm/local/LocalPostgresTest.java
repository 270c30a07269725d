package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalPostgresTest {
    private static final Database CUSTOMER = Database.named("customer");

    private DataFolder folder;

    @BeforeEach
    void newFolder() {
        folder = DataFolder.temporary();
    }

    @AfterEach
    void forgetFolder() {
        folder.delete();
    }

    @Test
    void dataAndRolesAreThereAgainAfterAStopAndOnAnotherPort() throws Exception {
        // Given
        try (LocalPostgres postgres = LocalPostgres.kept(folder, Ports.free(), "secret")) {
            postgres.admin().create(CUSTOMER);
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        // When
        try (LocalPostgres again = LocalPostgres.kept(folder, Ports.free(), "secret")) {
            again.admin().create(CUSTOMER);

            // Then
            assertThat(ask(again, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(ask(again, "SELECT current_setting('fsync')")).isEqualTo("on");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        // Given
        try (LocalPostgres postgres = LocalPostgres.kept(folder, Ports.free(), "secret")) {
            postgres.admin().create(CUSTOMER);
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            postgres.process().kill();
        }

        // When
        try (LocalPostgres again = LocalPostgres.kept(folder, Ports.free(), "secret")) {
            // Then
            assertThat(ask(again, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsWritten() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            // When
            assertThatThrownBy(() -> LocalPostgres.kept(folder, taken.getLocalPort(), "secret"))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageStartingWith("PostgreSQL: port " + taken.getLocalPort() + " is taken by process");

            // Then
            assertThat(folder.data("postgresql")).doesNotExist();
        }
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws Exception {
        // Given
        Path foreign = Files.createDirectories(folder.data("postgresql"));
        Files.writeString(foreign.resolve("letters.txt"), "not a database");

        // When, Then
        assertThatThrownBy(() -> LocalPostgres.kept(folder, Ports.free(), "secret"))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining(foreign.toString());
    }

    @Test
    void damagedDataIsToldWithTheEndOfTheLog() throws Exception {
        // Given
        LocalPostgres.kept(folder, Ports.free(), "secret").close();
        Files.delete(folder.data("postgresql").resolve("global/pg_control"));

        // When, Then
        assertThatThrownBy(() -> LocalPostgres.kept(folder, Ports.free(), "secret"))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("ended with")
                .hasMessageContaining("pg_control");
    }

    private static void execute(LocalPostgres postgres, String command) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(LocalPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.admin().jdbcUrl(CUSTOMER), CUSTOMER.user(), CUSTOMER.password());
    }
}

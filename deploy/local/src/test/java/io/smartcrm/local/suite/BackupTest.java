package io.smartcrm.local.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.PartFailure;
import io.smartcrm.local.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: keep, lose, restore, compare. */
class BackupTest {
    private static final Database SHOP = Database.named("shop");

    @TempDir
    Path folder;

    private DataFolder suite;
    private Path ledger;
    private Backup backup;

    @BeforeEach
    void aSuiteWithFiles() throws IOException {
        suite = DataFolder.forTest(folder.resolve("suite"));
        backup = new Backup(folder.resolve("kept"));
        Path service = suite.root().resolve("data/customer-service");
        ledger = service.resolve("erasures/ledger");
        Files.createDirectories(service.resolve("vault"));
        Files.createDirectories(service.resolve("erasures"));
        Files.writeString(service.resolve("vault/key-encryption.json"), "the key");
        Files.writeString(ledger, "first erasure\n");
        Files.writeString(suite.root().resolve("secrets.properties"), "postgres=secret\n");
    }

    @Test
    void whatWasLostIsThereAgain() throws Exception {
        // Given
        inDatabase("create table customer as select i as id, md5(i::text) as name from generate_series(1, 5000) as i");
        String before = inDatabase("select md5(string_agg(name, '' order by id)) from customer");
        backup.make(suite);
        inDatabase("truncate customer");
        // When
        backup.restore(suite);
        // Then
        assertThat(inDatabase("select md5(string_agg(name, '' order by id)) from customer"))
                .isEqualTo(before);
    }

    @Test
    void whoWasErasedSinceStaysInTheLedger() throws IOException {
        // Given
        backup.make(suite);
        Files.writeString(ledger, "first erasure\nsecond erasure\n");
        // When
        backup.restore(suite);
        // Then
        assertThat(ledger).hasContent("first erasure\nsecond erasure");
    }

    @Test
    void keysLieApartFromTheData() throws IOException {
        // Given
        // When
        backup.make(suite);
        // Then
        try (Stream<Path> files = Files.walk(backup.folder())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .doesNotContain("key-encryption.json", "secrets.properties");
        }
        assertThat(backup.keys().resolve("vault/key-encryption.json")).hasContent("the key");
        backup.restore(suite);
        assertThat(suite.root().resolve("data/customer-service/vault/key-encryption.json"))
                .hasContent("the key");
    }

    @Test
    void aBackupThatWasTouchedIsNotRestored() throws IOException {
        // Given
        backup.make(suite);
        Files.writeString(backup.folder().resolve("data/customer-service/erasures/ledger"), "nobody\n");
        // When
        // Then
        assertThatThrownBy(() -> backup.restore(suite))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("is not what was kept");
        assertThat(ledger).hasContent("first erasure");
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not used.
    void whatRunsIsNeitherKeptNorReplaced() {
        // Given
        try (FolderLock running = FolderLock.take(suite)) {
            // When
            // Then
            assertThatThrownBy(() -> backup.make(suite)).hasMessageContaining("is in use");
            assertThatThrownBy(() -> backup.restore(suite)).hasMessageContaining("is in use");
        }
        assertThat(backup.folder()).doesNotExist();
    }

    @Test
    void aBackupIsNeverOverwrittenAndWithoutKeysOfNoUse() throws IOException {
        // Given
        backup.make(suite);
        // When
        // Then
        assertThatThrownBy(() -> backup.make(suite)).hasMessageContaining("is there already");
        Files.move(backup.keys(), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> backup.restore(suite)).hasMessageContaining("keys of the backup are not in");
    }

    @Test
    void theCommandSaysWhatItDidAndHowItIsUsed() {
        // Given
        String kept = folder.resolve("by-command").toString();
        Map<String, String> environment = Map.of("SMARTCRM_HOME", suite.root().toString());
        // When
        var done = new ByteArrayOutputStream();
        int made =
                BackupCommand.run(List.of("backup", kept), environment, new PrintStream(done, true, UTF_8), System.err);
        int restored = BackupCommand.run(
                List.of("restore", kept, "--data", suite.root().toString()),
                Map.of(),
                new PrintStream(done, true, UTF_8),
                System.err);
        var usage = new ByteArrayOutputStream();
        int wrong = BackupCommand.run(
                List.of("backup", "--data"), environment, System.out, new PrintStream(usage, true, UTF_8));
        // Then
        assertThat(List.of(made, restored, wrong)).containsExactly(0, 0, 2);
        assertThat(done.toString(UTF_8)).contains("Kept 1 files", "Brought 1 files back");
        assertThat(usage.toString(UTF_8)).contains("Usage: deploy/backup");
    }

    /** The first value of the last statement's answer, if it has one. */
    private String inDatabase(String sql) throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.kept(suite, Ports.free(), "secret")) {
            postgres.admin().create(SHOP);
            try (Connection connection =
                            DriverManager.getConnection(postgres.admin().jdbcUrl(SHOP), SHOP.user(), SHOP.password());
                    Statement statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return "";
                }
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }
    }
}

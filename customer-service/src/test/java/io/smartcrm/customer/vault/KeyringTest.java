package io.smartcrm.customer.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private static final UUID ADA = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID BEN = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerReadsTheKeys() throws Exception {
        // Given
        Path keys = folder.resolve("vault");

        // When
        Vault.open(keys);

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        for (String file : new String[] {"key-encryption.json", "blind-index.json"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anotherProcessWithTheFolderReadsWhatWasSealedAndFindsIt() {
        // Given
        var vault = Vault.open(folder);
        DataKeyRow row = vault.wrap(ADA, new byte[DataKey.BYTES]);
        var code = new BlindIndex(vault).of("email", "ada@example.org");

        // When
        var again = Vault.open(folder);

        // Then
        assertThat(again.unwrap(row)).isEqualTo(new byte[DataKey.BYTES]);
        assertThat(new BlindIndex(again).of("email", "ada@example.org")).isEqualTo(code);
        assertThat(new BlindIndex(again).of("phone", "ada@example.org")).isNotEqualTo(code);
    }

    @Test
    void aRotationElsewhereIsNoticedAndOldKeysStillOpen() {
        // Given
        var one = Vault.open(folder);
        var other = Vault.open(folder);
        DataKeyRow old = one.wrap(ADA, new byte[DataKey.BYTES]);

        // When
        other.keyring().rotate();
        DataKeyRow renewed = other.wrap(ADA, other.unwrap(old));

        // Then
        assertThat(renewed.keyVersion).isEqualTo(2);
        assertThat(one.unwrap(renewed)).isEqualTo(one.unwrap(old));
        assertThat(one.wrap(BEN, new byte[DataKey.BYTES]).keyVersion).isEqualTo(2);
    }

    @Test
    void aKeyOfAnotherFolderOpensNothing() {
        // Given
        DataKeyRow row = Vault.open(folder.resolve("one")).wrap(ADA, new byte[DataKey.BYTES]);
        var stranger = Vault.open(folder.resolve("other"));

        // When
        var refused = assertThatThrownBy(() -> stranger.unwrap(row));

        // Then
        refused.hasMessageContaining(ADA.toString()).hasMessageContaining("this vault");
    }

    @Test
    void aTextOpensOnlyAsTheFieldOfTheCustomerItWasSealedFor() {
        // Given
        var key = DataKey.of(ADA, new byte[DataKey.BYTES]);
        byte[] sealed = key.seal("name", "Ada");

        // When
        var asPhone = assertThatThrownBy(() -> key.open("phone", sealed));
        var asBen = assertThatThrownBy(
                () -> DataKey.of(BEN, new byte[DataKey.BYTES]).open("name", sealed));

        // Then
        assertThat(key.open("name", sealed)).isEqualTo("Ada");
        assertThat(key.seal("name", "Ada")).isNotEqualTo(sealed);
        asPhone.hasMessageContaining("phone").hasMessageNotContaining("Ada");
        asBen.hasMessageContaining(BEN.toString());
    }

    @Test
    void brokenKeysAreSaidToBe() throws Exception {
        // Given
        Vault.open(folder);
        Files.writeString(folder.resolve("key-encryption.json"), "{}");

        // When
        var refused = assertThatThrownBy(() -> Vault.open(folder));

        // Then
        refused.hasMessageContaining(folder.toString()).hasMessageContaining("cannot be used");
    }
}

package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFolderTest {
    @TempDir
    Path root;

    @Test
    void aNewFolderIsFilledOnceAndThenLeftAlone() throws Exception {
        // Given
        PartFolder folder = folder("postgresql-18");
        folder.prepare(target -> Files.writeString(target.resolve("content"), "first"));

        // When
        folder.prepare(target -> Files.writeString(target.resolve("content"), "second"));

        // Then
        assertThat(folder.path().resolve("content")).hasContent("first");
    }

    @Test
    void aFolderThatWasCutOffBeforeItsMarkIsCalledHalfFinished() throws Exception {
        // Given
        PartFolder folder = folder("postgresql-18");
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("PG_VERSION"), "18");

        // When, Then
        assertThatThrownBy(() -> folder.prepare(PartFolderTest::nothing))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("half-finished")
                .hasMessageContaining(folder.path().toString())
                .hasMessageContaining("--fresh");
    }

    @Test
    void dataOfAnotherVersionIsRefusedWithBothVersions() {
        // Given
        folder("postgresql-17").prepare(PartFolderTest::nothing);

        // When, Then
        assertThatThrownBy(() -> folder("postgresql-18").prepare(PartFolderTest::nothing))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("holds data of postgresql-17, but this suite runs postgresql-18");
    }

    @Test
    void aFolderWhoseFirstContentFailedIsNotLeftBehind() {
        // Given
        PartFolder folder = folder("postgresql-18");

        // When
        assertThatThrownBy(() -> folder.prepare(target -> {
                    Files.writeString(target.resolve("half"), "done");
                    throw new IOException("no space left on device");
                }))
                .hasMessageContaining("no space left on device");

        // Then
        assertThat(folder.path()).doesNotExist();
    }

    private PartFolder folder(String format) {
        return new PartFolder("PostgreSQL", root.resolve("postgresql"), format);
    }

    private static void nothing(Path target) {
        assertThat(target).isDirectory();
    }
}

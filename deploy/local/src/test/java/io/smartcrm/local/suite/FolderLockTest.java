package io.smartcrm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.PartFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path root;

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatHasIt() {
        // Given
        DataFolder folder = DataFolder.kept(root);
        try (FolderLock held = FolderLock.take(folder)) {
            assertThat(held).isNotNull();

            // When, Then
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining(root + " is in use by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--stop");
        }
    }

    @Test
    void aFolderIsFreeAgainAfterItsSuiteHasEnded() {
        // Given
        DataFolder folder = DataFolder.kept(root);
        FolderLock.take(folder).close();

        // When
        try (FolderLock again = FolderLock.take(folder)) {
            // Then
            assertThat(again).isNotNull();
        }
        assertThat(FolderLock.holder(folder)).isEmpty();
    }

    @Test
    void nobodyHoldsAFolderThatWasNeverUsed() {
        // When, Then
        assertThat(FolderLock.holder(DataFolder.kept(root.resolve("new")))).isEmpty();
    }
}

package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCopyTest {
    @TempDir
    Path folder;

    private Path packaged;
    private ProgramCopy copy;

    @BeforeEach
    void packageProgram() throws Exception {
        packaged = Files.createDirectories(folder.resolve("target/quarkus-app"));
        Files.writeString(packaged.resolve("run.jar"), "built");
        copy = new ProgramCopy("customer-service", packaged, "run.jar");
    }

    @Test
    void aBuildUnderTheRunningProgramDoesNotTouchTheCopy() throws Exception {
        // Given
        Path program = copy.below(folder.resolve("services"));

        // When
        Files.delete(packaged.resolve("run.jar"));

        // Then
        assertThat(program.resolve("run.jar")).hasContent("built");
    }

    @Test
    void aNewBuildIsCopiedAnewAndAnOldOneIsNot() throws Exception {
        // Given
        Path program = copy.below(folder.resolve("services"));
        Files.writeString(program.resolve("left-by-the-first-copy"), "");

        // When
        copy.below(folder.resolve("services"));
        boolean keptWithoutBuild = Files.exists(program.resolve("left-by-the-first-copy"));
        Files.writeString(packaged.resolve("run.jar"), "built again");
        copy.below(folder.resolve("services"));

        // Then
        assertThat(keptWithoutBuild).isTrue();
        assertThat(program.resolve("run.jar")).hasContent("built again");
        assertThat(program.resolve("left-by-the-first-copy")).doesNotExist();
    }

    @Test
    void aProgramThatWasNotBuiltIsNamed() {
        // Given
        ProgramCopy missing = new ProgramCopy("api-gateway", folder.resolve("nowhere"), "run.jar");

        // When, Then
        assertThatThrownBy(() -> missing.below(folder))
                .isInstanceOf(PartFailure.class)
                .hasMessageStartingWith("api-gateway: there is no ")
                .hasMessageContaining("--no-build");
    }
}

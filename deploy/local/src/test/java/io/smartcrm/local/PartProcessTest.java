package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {
    @TempDir
    Path root;

    @Test
    void whatAKilledSuiteLeftRunningIsFoundByItsFileAndStopped() {
        // Given
        DataFolder folder = DataFolder.kept(root);
        PartProcess left = start(folder, "exec sleep 300");

        // When
        int stopped = Leftovers.stop(folder);

        // Then
        assertThat(stopped).isEqualTo(1);
        assertThat(left.isAlive()).isFalse();
        assertThat(Leftovers.stop(folder)).isZero();
    }

    @Test
    void aProcessThatGotTheNumberOfADeadPartIsLeftAlone() throws Exception {
        // Given
        DataFolder folder = DataFolder.kept(root);
        try (PartProcess other = start(folder, "exec sleep 300")) {
            Files.writeString(PidFile.beside(folder.log("part")).path(), other.pid() + " 2001-01-01T00:00:00Z");

            // When
            int stopped = Leftovers.stop(folder);

            // Then
            assertThat(stopped).isZero();
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void aPartThatEndsBeforeItIsReadyIsToldWithItsCodeAndTheEndOfItsLog() {
        // Given
        PartProcess process = start(DataFolder.kept(root), "echo out of luck; exit 7");

        // When, Then
        assertThatThrownBy(() -> process.awaitReady(PartProcessTest::never, Duration.ofSeconds(30)))
                .isInstanceOf(PartFailure.class)
                .hasMessageStartingWith("Part: the process ended with 7 before it was ready")
                .hasMessageContaining("out of luck");
    }

    @Test
    void aPartThatIsNotReadyInTimeIsTold() {
        try (PartProcess process = start(DataFolder.kept(root), "exec sleep 300")) {
            // When, Then
            assertThatThrownBy(() -> process.awaitReady(PartProcessTest::never, Duration.ofSeconds(1)))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("not ready within 1 s");
        }
    }

    private static boolean never() throws IOException {
        throw new IOException("connection refused");
    }

    private static PartProcess start(DataFolder folder, String script) {
        return PartProcess.start(
                "Part",
                List.of("sh", "-c", script),
                Map.of(),
                folder.root(),
                folder.log("part"),
                PartProcess.StopSignal.TERM);
    }
}

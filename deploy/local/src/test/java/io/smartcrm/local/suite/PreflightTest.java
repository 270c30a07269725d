package io.smartcrm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.PartFailure;
import io.smartcrm.local.Ports;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path data;

    @Test
    void everyTakenPortIsToldAtOnceWithItsPart() throws Exception {
        // Given
        int first = Ports.free();
        try (ServerSocket gateway = new ServerSocket(first, 1, Ports.loopback());
                ServerSocket kafka = new ServerSocket(first + 8, 1, Ports.loopback())) {
            Preflight preflight = preflight(first);

            // When, Then
            assertThatThrownBy(preflight::check)
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("api-gateway: port " + gateway.getLocalPort() + " is taken by process")
                    .hasMessageContaining("Kafka: port " + kafka.getLocalPort() + " is taken by process");
        }
    }

    @Test
    void tooLittleMemoryIsToldWithWhatThereIsAndWhatIsNeeded() {
        // Given
        Preflight preflight = preflight(Ports.free());

        // When
        preflight.checkMemory(OptionalLong.of(700L << 20), 3_000);

        // Then
        assertThat(preflight.faults()).singleElement().asString().contains("700 MiB are free and 3000 MiB are needed");
    }

    @Test
    void unknownMemoryIsNotHeldAgainstTheMachine() {
        // Given
        Preflight preflight = preflight(Ports.free());

        // When
        preflight.checkMemory(OptionalLong.empty(), 3_000);

        // Then
        assertThat(preflight.faults()).isEmpty();
    }

    @Test
    void aHalfFinishedFolderIsToldBeforeAnythingStarts() throws Exception {
        // Given
        Path half = Files.createDirectories(data.resolve("data/postgresql"));
        Files.writeString(half.resolve("PG_VERSION"), "18");
        Preflight preflight = preflight(Ports.free());

        // When, Then
        assertThatThrownBy(preflight::check).isInstanceOf(PartFailure.class).hasMessageContaining("half-finished");
    }

    private Preflight preflight(int firstPort) {
        return new Preflight(SuiteOptions.forTest(data, firstPort), DataFolder.kept(data));
    }
}

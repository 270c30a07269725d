package io.smartcrm.customer.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.privacy.ErasureLedger.Deed;
import io.smartcrm.customer.privacy.ErasureLedger.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private ErasureLedger ledger;

    @BeforeEach
    void aLedger() {
        file = folder.resolve("erasures/ledger");
        ledger = new ErasureLedger(new ErasureConfig() {
            @Override
            public List<String> services() {
                return List.of();
            }

            @Override
            public Path ledger() {
                return file;
            }
        });
    }

    @Test
    void whatWasErasedAndWhatWasAnonymisedIsToldApart() {
        // Given
        Line erased = line(Deed.ERASE);
        Line anonymised = line(Deed.ANONYMISE);
        // When
        ledger.append(erased);
        ledger.append(anonymised);
        // Then
        assertThat(ledger.read(Deed.ERASE)).containsExactly(erased);
        assertThat(ledger.read(Deed.ANONYMISE)).containsExactly(anonymised);
    }

    @Test
    void aLineOfTheFirstLedgersIsAnErasure() throws Exception {
        // Given
        Line erased = line(Deed.ERASE);
        Files.createDirectories(file.getParent());
        // When
        Files.writeString(
                file,
                erased.id() + " " + erased.time() + " " + erased.customers().get(0) + ","
                        + erased.customers().get(1) + "\n");
        // Then
        assertThat(ledger.read(Deed.ERASE)).containsExactly(erased);
    }

    @Test
    void aLineThatACrashCutOffIsLeftOut() throws Exception {
        // Given
        Line whole = line(Deed.ANONYMISE);
        ledger.append(whole);
        String cut = "ANONYMISE " + UUID.randomUUID() + " " + NOON + " 0123";
        // When
        Files.write(file, cut.getBytes(UTF_8), StandardOpenOption.APPEND);
        // Then
        assertThat(ledger.read(Deed.ANONYMISE)).containsExactly(whole);
        assertThat(ledger.read(Deed.ERASE)).isEmpty();
    }

    private static Line line(Deed deed) {
        return new Line(deed, UUID.randomUUID(), NOON, List.of(UUID.randomUUID(), UUID.randomUUID()));
    }
}

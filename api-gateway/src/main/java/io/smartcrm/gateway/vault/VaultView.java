package io.smartcrm.gateway.vault;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What protects personal data. */
@Schema(name = "Vault")
public record VaultView(
        @Schema(description = "Of the key-encryption key in use")
        int keyVersion,

        @Schema(description = "Versions that still open what they wrapped")
        List<Integer> keyVersions,

        @Schema(description = "One for each customer") long dataKeyCount,

        @Schema(description = "Data keys that wait for the key in use")
        long waitingCount,

        @Nullable Instant rotationTime) {
    public VaultView {
        keyVersions = List.copyOf(keyVersions);
    }
}

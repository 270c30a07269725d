package io.smartcrm.customer.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultConfigTest {
    @Test
    void keysLieBesideTheFilesOfTheService() {
        // When
        var config = config(Map.of("SMARTCRM_DATA", "/data"));

        // Then
        assertThat(config.folder()).isEqualTo(Path.of("/data/vault"));
        assertThat(config.rotationBatch()).isEqualTo(1000);
    }

    @Test
    void everyKeyCanBeSet() {
        // When
        var config = config(Map.of("smartcrm.vault.folder", "/elsewhere", "smartcrm.vault.rotation-batch", "5"));

        // Then
        assertThat(config.folder()).isEqualTo(Path.of("/elsewhere"));
        assertThat(config.rotationBatch()).isEqualTo(5);
    }

    private static VaultConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(VaultConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(VaultConfig.class);
    }
}

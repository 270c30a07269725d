package io.smartcrm.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportConfigTest {
    @Test
    void defaultsFitASmallMachine() {
        // When
        var config = config(Map.of("SMARTCRM_DATA", "/data"));

        // Then
        assertThat(config.folder()).isEqualTo(Path.of("/data/imports"));
        assertThat(config.maxFileBytes()).isEqualTo(4L << 30);
        assertThat(config.maxUnpackedBytes()).isEqualTo(16L << 30);
        assertThat(config.maxPackingRatio()).isEqualTo(200);
        assertThat(config.maxLineCharacters()).isEqualTo(1 << 20);
        assertThat(config.batchRows()).isEqualTo(50_000);
        assertThat(config.parallel()).isEqualTo(2);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.watchInterval()).isEqualTo(Duration.ofMillis(300));
        assertThat(config.uploadPatience()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everyKeyCanBeSet() {
        // When
        var config = config(Map.of(
                "smartcrm.import.folder", "/elsewhere",
                "smartcrm.import.max-file-bytes", "1",
                "smartcrm.import.max-unpacked-bytes", "2",
                "smartcrm.import.max-packing-ratio", "3",
                "smartcrm.import.max-line-characters", "4",
                "smartcrm.import.batch-rows", "5",
                "smartcrm.import.parallel", "6",
                "smartcrm.import.poll-interval", "PT7S",
                "smartcrm.import.watch-interval", "PT8S",
                "smartcrm.import.upload-patience", "PT9S"));

        // Then
        assertThat(config.folder()).isEqualTo(Path.of("/elsewhere"));
        assertThat(config.maxFileBytes()).isEqualTo(1);
        assertThat(config.maxUnpackedBytes()).isEqualTo(2);
        assertThat(config.maxPackingRatio()).isEqualTo(3);
        assertThat(config.maxLineCharacters()).isEqualTo(4);
        assertThat(config.batchRows()).isEqualTo(5);
        assertThat(config.parallel()).isEqualTo(6);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.watchInterval()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.uploadPatience()).isEqualTo(Duration.ofSeconds(9));
    }

    private static ImportConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ImportConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ImportConfig.class);
    }
}

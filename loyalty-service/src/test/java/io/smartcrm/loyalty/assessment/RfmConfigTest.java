package io.smartcrm.loyalty.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RfmConfigTest {
    @Test
    void defaultsSuitAShopThatImportsNowAndThen() {
        // When
        RfmConfig config = config(Map.of());
        // Then
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestWait()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void everyKeyIsRead() {
        // When
        RfmConfig config = config(Map.of("smartcrm.rfm.quiet", "PT3S", "smartcrm.rfm.longest-wait", "PT1M"));
        // Then
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.longestWait()).isEqualTo(Duration.ofMinutes(1));
    }

    private static RfmConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(RfmConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(RfmConfig.class);
    }
}

package io.smartcrm.loyalty.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smartcrm.loyalty.rfm.RfmWeights;
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
        assertThat(new RfmWeights(
                        config.weights().recency(),
                        config.weights().frequency(),
                        config.weights().monetary()))
                .isNotNull();
    }

    @Test
    void everyKeyIsRead() {
        // When
        RfmConfig config = config(Map.of(
                "smartcrm.rfm.quiet",
                "PT3S",
                "smartcrm.rfm.longest-wait",
                "PT1M",
                "smartcrm.rfm.weights.recency",
                "0.5",
                "smartcrm.rfm.weights.frequency",
                "0.3",
                "smartcrm.rfm.weights.monetary",
                "0.2"));
        // Then
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.longestWait()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.weights().recency()).isEqualTo(0.5);
        assertThat(config.weights().frequency()).isEqualTo(0.3);
        assertThat(config.weights().monetary()).isEqualTo(0.2);
    }

    private static RfmConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(RfmConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(RfmConfig.class);
    }
}

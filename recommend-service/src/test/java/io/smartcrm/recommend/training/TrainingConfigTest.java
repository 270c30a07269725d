package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {
    @Test
    void defaultsFollowEventsWithinAMinuteInLittleMemory() {
        // When
        TrainingConfig config = config(Map.of());

        // Then
        assertThat(config.quietPeriod()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.longestDelay()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.restFactor()).isEqualTo(10);
        assertThat(config.oldestModel()).isEqualTo(Duration.ofDays(1));
        assertThat(config.mostInteractions()).isEqualTo(500_000);
        assertThat(config.mostProducts()).isEqualTo(100_000);
        assertThat(config.neighbours()).isEqualTo(50);
        assertThat(config.factors()).isEqualTo(64);
        assertThat(config.mostBaskets()).isEqualTo(50_000);
        assertThat(config.popularWindow()).isEqualTo(Duration.ofDays(30));
        assertThat(config.keptVersions()).isEqualTo(3);
    }

    @Test
    void everyKeyCanBeSet() {
        // When
        TrainingConfig config = config(Map.ofEntries(
                Map.entry("smartcrm.training.quiet-period", "PT1S"),
                Map.entry("smartcrm.training.longest-delay", "PT2S"),
                Map.entry("smartcrm.training.rest-factor", "3"),
                Map.entry("smartcrm.training.oldest-model", "PT4S"),
                Map.entry("smartcrm.training.most-interactions", "5"),
                Map.entry("smartcrm.training.most-products", "9"),
                Map.entry("smartcrm.training.neighbours", "6"),
                Map.entry("smartcrm.training.factors", "10"),
                Map.entry("smartcrm.training.most-baskets", "11"),
                Map.entry("smartcrm.training.popular-window", "P7D"),
                Map.entry("smartcrm.training.kept-versions", "8")));

        // Then
        assertThat(config.quietPeriod()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.restFactor()).isEqualTo(3);
        assertThat(config.oldestModel()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.mostInteractions()).isEqualTo(5);
        assertThat(config.mostProducts()).isEqualTo(9);
        assertThat(config.neighbours()).isEqualTo(6);
        assertThat(config.factors()).isEqualTo(10);
        assertThat(config.mostBaskets()).isEqualTo(11);
        assertThat(config.popularWindow()).isEqualTo(Duration.ofDays(7));
        assertThat(config.keptVersions()).isEqualTo(8);
    }

    static TrainingConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(TrainingConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(TrainingConfig.class);
    }
}

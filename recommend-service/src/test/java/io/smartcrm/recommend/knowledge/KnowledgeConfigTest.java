package io.smartcrm.recommend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeConfigTest {
    @Test
    void defaultsFollowTheCatalogueWithinMinutes() {
        // When
        KnowledgeConfig config = config(Map.of());

        // Then
        assertThat(config.quietPeriod()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.longestDelay()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.sample()).isEqualTo(1_500);
        assertThat(config.relearnShare()).isEqualTo(.05);
        assertThat(config.orders()).isEqualTo(5_000);
        assertThat(config.relateEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everyKeyCanBeSet() {
        // When
        KnowledgeConfig config = config(Map.of(
                "smartcrm.knowledge.quiet-period", "PT1S",
                "smartcrm.knowledge.longest-delay", "PT2S",
                "smartcrm.knowledge.sample", "3",
                "smartcrm.knowledge.relearn-share", "0.4",
                "smartcrm.knowledge.orders", "5",
                "smartcrm.knowledge.relate-every", "PT6S"));

        // Then
        assertThat(config.quietPeriod()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.sample()).isEqualTo(3);
        assertThat(config.relearnShare()).isEqualTo(.4);
        assertThat(config.orders()).isEqualTo(5);
        assertThat(config.relateEvery()).isEqualTo(Duration.ofSeconds(6));
    }

    private static KnowledgeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(KnowledgeConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(KnowledgeConfig.class);
    }
}

package io.smartcrm.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallConfigTest {
    @Test
    void defaultsFitACallOfEachKind() {
        // When
        CallConfig config = configured(Map.of());

        // Then
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.partDeadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.trainingDeadline()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.computingDeadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.transferDeadline()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.watchDeadline()).isEqualTo(Duration.ofHours(6));
        assertThat(config.atOnce()).isEqualTo(64);
        assertThat(config.waiting()).isEqualTo(2_000);
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void everyKeyIsRead() {
        // When
        CallConfig config = configured(Map.of(
                "smartcrm.calls.deadline", "1s",
                "smartcrm.calls.part-deadline", "2s",
                "smartcrm.calls.training-deadline", "3s",
                "smartcrm.calls.computing-deadline", "6s",
                "smartcrm.calls.transfer-deadline", "4s",
                "smartcrm.calls.watch-deadline", "5s"));

        // Then
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.partDeadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.trainingDeadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.computingDeadline()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.transferDeadline()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.watchDeadline()).isEqualTo(Duration.ofSeconds(5));
    }

    private static CallConfig configured(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(CallConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(CallConfig.class);
    }
}

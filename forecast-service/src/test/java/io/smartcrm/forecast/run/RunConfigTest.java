package io.smartcrm.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunConfigTest {
    @Test
    void byDefaultARunStartsAtNight() {
        // When
        RunConfig config = configured(Map.of());

        // Then
        assertThat(config.nightly()).isTrue();
        assertThat(config.at()).isEqualTo(LocalTime.of(2, 0));
        assertThat(config.horizon()).isEqualTo(6);
        assertThat(config.kept()).isEqualTo(30);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.watchInterval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void everyKeyIsRead() {
        // When
        RunConfig config = configured(Map.of(
                "smartcrm.forecast-run.nightly", "false",
                "smartcrm.forecast-run.at", "03:30",
                "smartcrm.forecast-run.horizon", "8",
                "smartcrm.forecast-run.kept", "9",
                "smartcrm.forecast-run.poll-interval", "PT1S",
                "smartcrm.forecast-run.watch-interval", "PT3S"));

        // Then
        assertThat(config.nightly()).isFalse();
        assertThat(config.at()).isEqualTo(LocalTime.of(3, 30));
        assertThat(config.horizon()).isEqualTo(8);
        assertThat(config.kept()).isEqualTo(9);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.watchInterval()).isEqualTo(Duration.ofSeconds(3));
    }

    private static RunConfig configured(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(RunConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(RunConfig.class);
    }
}

package io.smartcrm.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitConfigTest {
    @Test
    void defaultsAreGenerous() {
        // When
        LimitConfig config = configured(Map.of());

        // Then
        assertThat(config.body().asLongValue()).isEqualTo(1024L * 1024);
        assertThat(config.batchBody().asLongValue()).isEqualTo(8L * 1024 * 1024);
        assertThat(config.bodiesUnderWay().asLongValue()).isEqualTo(8L * 1024 * 1024);
        assertThat(config.uploadBody().asLongValue()).isEqualTo(4L * 1024 * 1024 * 1024);
        assertThat(config.requestsPerSecond()).isEqualTo(1_000);
        assertThat(config.burst()).isEqualTo(2_000);
        assertThat(config.concurrentRequests()).isEqualTo(1_000);
    }

    @Test
    void everyKeyIsRead() {
        // When
        LimitConfig config = configured(Map.of(
                "smartcrm.limits.body", "2K",
                "smartcrm.limits.batch-body", "7K",
                "smartcrm.limits.bodies-under-way", "7K",
                "smartcrm.limits.upload-body", "3K",
                "smartcrm.limits.requests-per-second", "4",
                "smartcrm.limits.burst", "5",
                "smartcrm.limits.concurrent-requests", "6"));

        // Then
        assertThat(config.body().asLongValue()).isEqualTo(2048);
        assertThat(config.batchBody().asLongValue()).isEqualTo(7168);
        assertThat(config.bodiesUnderWay().asLongValue()).isEqualTo(7168);
        assertThat(config.uploadBody().asLongValue()).isEqualTo(3072);
        assertThat(config.requestsPerSecond()).isEqualTo(4);
        assertThat(config.burst()).isEqualTo(5);
        assertThat(config.concurrentRequests()).isEqualTo(6);
    }

    private static LimitConfig configured(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(LimitConfig.class);
    }
}

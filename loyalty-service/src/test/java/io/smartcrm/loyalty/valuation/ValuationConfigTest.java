package io.smartcrm.loyalty.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smartcrm.loyalty.value.TransactionModel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuationConfigTest {
    @Test
    void defaultsLookAYearAhead() {
        // When
        ValuationConfig config = config(Map.of());

        // Then
        assertThat(config.model()).isEqualTo(TransactionModel.Kind.BGNBD);
        assertThat(config.horizonWeeks()).isEqualTo(52);
        assertThat(config.discountRate()).isEqualTo(0.1);
        assertThat(config.margin()).isEqualTo(1);
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.longestWait()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void everyKeyIsRead() {
        // When
        ValuationConfig config = config(Map.of(
                "smartcrm.value.model", "PARETONBD",
                "smartcrm.value.horizon-weeks", "26",
                "smartcrm.value.discount-rate", "0.05",
                "smartcrm.value.margin", "0.4",
                "smartcrm.value.quiet", "PT1M",
                "smartcrm.value.longest-wait", "PT1H"));

        // Then
        assertThat(config.model()).isEqualTo(TransactionModel.Kind.PARETONBD);
        assertThat(config.horizonWeeks()).isEqualTo(26);
        assertThat(config.discountRate()).isEqualTo(0.05);
        assertThat(config.margin()).isEqualTo(0.4);
        assertThat(config.quiet()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.longestWait()).isEqualTo(Duration.ofHours(1));
    }

    private static ValuationConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(ValuationConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(ValuationConfig.class);
    }
}

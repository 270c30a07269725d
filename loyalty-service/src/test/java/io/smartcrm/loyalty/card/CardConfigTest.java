package io.smartcrm.loyalty.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardConfigTest {
    @Test
    void defaultsSuitAShopThatSellsAFewTimesAYear() {
        // When
        CardConfig config = config(Map.of());

        // Then
        assertThat(config.loyalPurchases()).isEqualTo(5);
        assertThat(config.atRisk()).isEqualTo(Duration.ofDays(90));
        assertThat(config.lapsed()).isEqualTo(Duration.ofDays(180));
        assertThat(config.responseRate()).isEqualTo(0.1);
    }

    @Test
    void everyKeyIsRead() {
        // When
        CardConfig config = config(Map.of(
                "smartcrm.lifecycle.loyal-purchases", "3",
                "smartcrm.lifecycle.at-risk", "P30D",
                "smartcrm.lifecycle.lapsed", "P60D",
                "smartcrm.lifecycle.response-rate", "0.02"));

        // Then
        assertThat(config.loyalPurchases()).isEqualTo(3);
        assertThat(config.atRisk()).isEqualTo(Duration.ofDays(30));
        assertThat(config.lapsed()).isEqualTo(Duration.ofDays(60));
        assertThat(config.responseRate()).isEqualTo(0.02);
    }

    private static CardConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(CardConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(CardConfig.class);
    }
}
